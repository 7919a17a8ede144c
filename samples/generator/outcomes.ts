import type { Reason } from "../../contract/reasons.ts";
import { alertsOf, type SaysOf } from "../../functions/score/whole-history.ts";
import { starterModel } from "../../model/artefact/starter.ts";
import { local } from "../../stacks/local.ts";
import type { Delivery, Outcome } from "./delivery.ts";
import type { SampleOptions, SampleSet } from "./sample-set.ts";
import { fraudPatterns } from "./transaction.ts";

/** The samples are for the laptop, where the starter model serves: what is alerted there is what to expect. */
const { threshold, modelThreshold } = local.alerts;

/** What must come of the samples, counted by who made them and not by the code under test; only alerts are computed. */
export function outcomes(options: SampleOptions, { deliveries, scored }: SampleSet, saysOf: SaysOf) {
    const all = deliveries.flatMap((delivery) => delivery.outcomes);
    const refusals = all.filter((outcome) => outcome.kind === "quarantined").map(({ reason }) => reason as string);
    for (const { fault } of deliveries) if (fault) refusals.push(fault.reason);
    const transactions = scored.map(({ transaction }) => transaction);
    const ensemble = starterModel();
    const alerts = alertsOf(transactions, threshold, { ensemble, threshold: modelThreshold }, saysOf);
    const byRules = alertsOf(transactions, threshold, undefined, saysOf);
    const files = deliveries.filter(({ key }) => !isLive(key));
    return {
        madeWith: { ...options, start: new Date(options.start).toISOString().slice(0, 10) },
        in: all.length + deliveries.filter(({ fault }) => fault).length,
        quarantined: { total: refusals.length, byReason: counts(refusals) },
        duplicates: all.filter(({ kind }) => kind === "duplicate").length,
        scored: scored.length,
        scoredByModel: scored.length,
        deadLettered: 0,
        alerts: alerts.size,
        files: Object.fromEntries(files.map((file) => [file.key, fileOutcome(file)])),
        live: Object.fromEntries(
            deliveries
                .filter(({ key }) => isLive(key))
                .map(({ key, outcomes: own }) => [key, { messages: own.length }]),
        ),
        controlTotalMismatches: files
            .filter(({ told }) => told?.includes("control-total-mismatch"))
            .map(({ key }) => key),
        model: qualityOf(scored, new Set(alerts.keys()), modelThreshold),
        rules: qualityOf(scored, new Set(byRules.keys()), threshold),
        alertedIds: [...alerts.keys()].sort(),
    };
}

export type Outcomes = ReturnType<typeof outcomes>;

/** What the manifest of a file must say: `quarantined` counts what `unpack` refuses, not what `screen` does later. */
interface FileOutcome {
    rows: number;
    quarantined: number;
    fault?: Reason;
}

export const isLive = (key: string): boolean => key.startsWith("live/");

function fileOutcome({ outcomes: rows, fault }: Delivery): FileOutcome {
    const byUnpack = (one: Outcome): boolean => one.kind === "quarantined" && one.by === "unpack";
    const counted = { rows: rows.length, quarantined: rows.filter(byUnpack).length };
    return fault ? { ...counted, fault: fault.reason } : counted;
}

/** How good these alerts are against what the generator knows. */
function qualityOf(scored: SampleSet["scored"], alerted: ReadonlySet<string>, alertThreshold: number) {
    const isAlerted = ({ transaction }: SampleSet["scored"][number]): boolean => alerted.has(transaction.id);
    const fraud = scored.filter(({ label }) => label.pattern !== "legitimate");
    const found = fraud.filter(isAlerted);
    const stories = (some: SampleSet["scored"]): number => new Set(some.map(({ label }) => label.episode)).size;
    const byPattern = fraudPatterns.map((pattern) => {
        const own = fraud.filter(({ label }) => label.pattern === pattern);
        return [pattern, { transactions: own.length, alerted: own.filter(isAlerted).length }] as const;
    });
    const falseAlarms = scored.filter((one) => one.label.pattern === "legitimate" && isAlerted(one));
    return {
        threshold: alertThreshold,
        alerts: alerted.size,
        fraudAlerted: found.length,
        fraud: fraud.length,
        precision: ratio(found.length, alerted.size),
        recall: ratio(found.length, fraud.length),
        fraudStories: { told: stories(fraud), found: stories(found) },
        byPattern: Object.fromEntries(byPattern),
        falseAlarms: counts(falseAlarms.map(({ label }) => label.lookAlike ?? "ordinary")),
    };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000);

function counts(values: readonly string[]): Record<string, number> {
    const counted: Record<string, number> = {};
    for (const value of [...values].sort()) counted[value] = (counted[value] ?? 0) + 1;
    return counted;
}
