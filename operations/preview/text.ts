import { type Finding, type PreviewReport, withStatus } from "./report.ts";

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
