import { groupBy } from "../cli/group-by.ts";
import { type Finding, type PreviewReport, withStatus } from "./report.ts";

/** The report as a person reads it on a terminal: faults first, then what would change, then one line of result. */
export function asText(report: PreviewReport): string {
    const lines = [
        ...report.errors.map((error) => `Error: ${error}`),
        ...report.findings.flatMap(findingLines),
        ...changeLines(report),
        report.errors.length > 0 ? "The preview failed, so no guardrail has decided." : guardrailLine(report),
    ];
    return `${lines.join("\n")}\n`;
}

/** One line: how many guardrails ran over how many resources, and with what result. */
export function guardrailLine(report: PreviewReport): string {
    const [violations, inconclusive, excepted] = (["violation", "inconclusive", "excepted"] as const).map(
        (status) => withStatus(report, status).length,
    );
    const results = [`${violations} violations`, `${inconclusive} inconclusive`, `${excepted} excepted`];
    return `${report.rules} guardrails over ${report.resources.length} resources: ${results.join(", ")}`;
}

export function findingLines({ rule, severity, status, urn, property, message }: Finding): string[] {
    const where = property ? `  property  ${property}` : undefined;
    return [`${status.toUpperCase()} ${rule} (${severity})`, `  resource  ${urn}`, where, `  ${message}`, ""].filter(
        (line) => line !== undefined,
    );
}

/** Counts by kind of change and by type, so that 90 new resources stay readable. */
function changeLines({ resources }: PreviewReport): string[] {
    const byChange = groupBy(resources, ({ change }) => change);
    return [...byChange].flatMap(([change, changed]) => {
        const byType = [...groupBy(changed, ({ type }) => type)].sort(([a], [b]) => a.localeCompare(b));
        const rows = byType.map(([type, all]) => `  ${String(all.length).padStart(4)}  ${type}`);
        return [`${change}: ${changed.length}`, ...rows, ""];
    });
}
