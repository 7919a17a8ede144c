import type { DriftReport } from "../report-schema.ts";

/** Seconds as people say them. */
export function duration(seconds: number): string {
    if (seconds < 120) return `${seconds} s`;
    if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}

/** One line: what the run came to. */
export function resultLine({ stack, outcome, findings, resolved, looked }: DriftReport): string {
    const critical = findings.filter(({ severity }) => severity === "critical").length;
    const over = `${looked.compared} of ${looked.resources} resources compared, ${looked.guardrails} guardrails`;
    const gone = resolved.length > 0 ? `, ${resolved.length} resolved` : "";
    const found = `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;
    const words: Record<DriftReport["outcome"], string> = {
        clean: `No drift in ${stack}`,
        drift: `Drift in ${stack}: ${found}`,
        critical: `Drift in ${stack} breaks a control: ${found}, ${critical} critical`,
        "could-not-tell": `It could not be told whether ${stack} drifts: ${found} so far`,
    };
    return `${words[outcome]}${gone} (${over}).`;
}

/** What is to be told besides findings, each a sentence. */
export function remarks({ ignored, expected, ignores, unseen, looked, times, notified }: DriftReport): string[] {
    const counted = (count: number, one: string, many: string) =>
        count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];
    return [
        ...ignores.faults.map((fault) => `Ignore ${fault}: it ignores nothing. Correct or remove it.`),
        ...ignores.ending.map((ending) => `Ignore ${ending}.`),
        ...ignores.unused.map((unused) => `Ignore ${unused}: remove it.`),
        ...unseen.map((title) => `Still open, not looked at: ${title}.`),
        ...ignored.map(
            ({ id, until, path, resource }) => `Ignored by ${id} until ${until}: ${path} of ${short(resource)}.`,
        ),
        ...expected.map(({ urn, path, by, why }) => `No drift: ${by} changed ${path} of ${short(urn)}: ${why}.`),
        ...counted(looked.brokenInState, "guardrail is", "guardrails are").map(
            (count) => `${count} broken by the state itself: see npm run preview.`,
        ),
        ...timesRemark(times),
        ...(notified === undefined ? [] : [`The topic was told of ${notified}.`]),
    ];
}

function timesRemark({
    meanTimeToDetectSeconds: detect,
    meanTimeToRepairSeconds: repair,
    repaired,
}: DriftReport["times"]) {
    const parts = [
        ...(detect === undefined ? [] : [`seen after ${duration(detect)}`]),
        ...(repair === undefined ? [] : [`repaired after ${duration(repair)} (${repaired} in a year)`]),
    ];
    return parts.length === 0 ? [] : [`On average ${parts.join(", ")}.`];
}

/** Type and name of a URN; anything else as it is. */
export function short(resource: string): string {
    return resource.startsWith("urn:") ? (resource.split("::").slice(2).join("::").split("$").at(-1) ?? "") : resource;
}
