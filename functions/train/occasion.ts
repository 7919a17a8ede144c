import type { Manifest } from "../../contract/model/learning.ts";
import { DRIFT_LIMITS } from "../../model/drift.ts";
import type { Decision } from "../adapters/decisions.ts";
import { daysBefore } from "./days.ts";
import type { Drift } from "./measure.ts";
import type { Settings } from "./ports.ts";

export interface Standing {
    /** What the last model learnt from; none before the first. */
    last: Manifest | undefined;
    decisions: Iterable<Decision>;
    drift: Drift | undefined;
}

/** Whether there is something to learn, and why or why not, for people. */
export interface Occasion {
    learn: boolean;
    reason: string;
}

/** Without fraud enough nothing is learnt; then the first model, drift, new decisions and age are occasions, in this order. */
export function occasionFor({ last, decisions, drift }: Standing, settings: Settings, now: string): Occasion {
    const all = [...decisions];
    const frauds = all.filter(({ decision }) => decision === "fraud").length;
    const { fraudAtLeast, newDecisions, oldestDays } = settings;
    const no = (reason: string): Occasion => ({ learn: false, reason });
    const yes = (reason: string): Occasion => ({ learn: true, reason });
    if (frauds < fraudAtLeast)
        return no(`only ${frauds} of the ${fraudAtLeast} cases of fraud that a model needs were decided`);
    if (last === undefined) return yes("nothing was learnt from decisions yet");
    const news = all.filter(({ decidedAt }) => decidedAt > last.madeAt).length;
    if (drift !== undefined && drift.most.index >= DRIFT_LIMITS.movedFar) {
        return yes(`${drift.most.name} moved far from what the model learnt, by ${drift.most.index.toFixed(2)}`);
    }
    if (news >= newDecisions) return yes(`${news} new decisions`);
    const made = last.madeAt.slice(0, 10);
    if (news > 0 && made <= daysBefore(now, oldestDays)) return yes(`what the model learnt is of ${made}`);
    return no(`${news} of ${newDecisions} new decisions since ${made}`);
}
