import { createHash } from "node:crypto";
import { Judged, LEARNING, Manifest, PARTS, readAs } from "../../contract/model/learning.ts";
import type { Decision } from "../adapters/decisions.ts";
import { daysBefore, daysBetween } from "./days.ts";
import { gather } from "./gather.ts";
import { type Drift, measure } from "./measure.ts";
import { occasionFor } from "./occasion.ts";
import type { Ports, Settings } from "./ports.ts";

/** What a run came to. */
export interface Outcome {
    /** Whether a model is to be trained now. */
    wanted: boolean;
    reason: string;
    drift?: Drift;
    /** What was prepared, if anything. */
    manifest?: Manifest;
}

/**
 * Decides whether there is something to learn, and prepares it. The manifest comes last, so that a run that dies leaves
 * the former one, which the next run makes up for. What was prepared and never judged, such as after a training that
 * failed, is wanted again.
 */
export async function train(ports: Ports, settings: Settings, now: string): Promise<Outcome> {
    const { model } = ports;
    const last = readAs(Manifest, await model.read(LEARNING.manifest));
    const judged = readAs(Judged, await model.read(LEARNING.judged));
    const decisions = await decisionsIn(settings.windowDays, ports, now);
    const drift = await measure(ports, now);
    const known = drift && { drift };
    const occasion = occasionFor({ last, decisions: decisions.values(), drift }, settings, now);
    if (!occasion.learn) {
        const waiting = last !== undefined && judged?.madeAt !== last.madeAt;
        const reason = waiting
            ? `no model of what was prepared on ${last.madeAt.slice(0, 10)} was judged yet`
            : occasion.reason;
        return { wanted: waiting, reason, ...known };
    }

    const { data, reference, labels } = await gather(decisions, ports, settings, now);
    const lacking = data.lacking();
    if (lacking !== undefined) return { wanted: false, reason: lacking, ...known };
    const files = data.files();
    for (const part of PARTS) await model.write(LEARNING[part], files[part], "text/csv");
    await model.write(LEARNING.reference, `${JSON.stringify(reference.reference())}\n`, "application/json");
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    const manifest: Manifest = {
        madeAt: now,
        reason: occasion.reason,
        from: daysBefore(now, settings.windowDays),
        to: daysBefore(now, settings.maturityDays),
        parts: data.counts,
        labels,
        sha256: { train: hash(files.train), validation: hash(files.validation), evaluation: hash(files.evaluation) },
    };
    await model.write(LEARNING.manifest, `${JSON.stringify(manifest, undefined, 4)}\n`, "application/json");
    return { wanted: true, reason: occasion.reason, manifest, ...known };
}

/** The latest decision on each transaction. */
async function decisionsIn(days: number, { decisions }: Ports, now: string): Promise<Map<string, Decision>> {
    const latest = new Map<string, Decision>();
    for (const day of daysBetween(now, days, 0)) {
        for (const one of await decisions.of(day)) {
            const other = latest.get(one.id);
            if (other === undefined || other.decidedAt < one.decidedAt) latest.set(one.id, one);
        }
    }
    return latest;
}
