import { rules } from "../../../policies/rules/index.ts";
import { KINDS } from "../compare/kind.ts";
import type { DriftFinding, DriftReport } from "../report-schema.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS = { low: "note", medium: "warning", high: "error", critical: "error" } as const;
/** How GitHub ranks a finding of security. */
const RANKS = { low: "3.0", medium: "5.0", high: "7.5", critical: "9.5" } as const;

/** The report in the form that code scanning takes: each finding at the line that constructs its resource. */
export function asSarif(report: DriftReport): string {
    const broken = new Set(report.findings.flatMap((finding) => finding.broken.map(({ rule }) => rule)));
    const log = {
        $schema: SCHEMA,
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "compliance-platform-drift",
                        rules: [
                            ...KINDS.map((kind) => ({
                                id: `drift/${kind}`,
                                shortDescription: { text: `Drift: ${kind}` },
                            })),
                            ...rules
                                .filter(({ name }) => broken.has(name))
                                .map(({ name, why, fix, severity }) => ({
                                    id: name,
                                    shortDescription: { text: why },
                                    help: { text: `${fix}.` },
                                    properties: { "security-severity": RANKS[severity] },
                                })),
                        ],
                    },
                },
                invocations: [
                    {
                        executionSuccessful: report.untold.length === 0,
                        startTimeUtc: report.startedAt,
                        endTimeUtc: report.finishedAt,
                        exitCode: report.exitCode,
                        toolExecutionNotifications: report.untold.map((text) => ({
                            level: "error",
                            message: { text },
                        })),
                    },
                ],
                results: report.findings.map((finding) => resultOf(report.stack, finding)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(stack: string, finding: DriftFinding) {
    const { kind, broken, severity, title, differences, repair, fingerprint, source, change, urn, id } = finding;
    const told = [
        `${title}.`,
        ...differences.map(({ path, before, after }) => `${path}: ${before} is now ${after}.`),
        ...broken.map(({ rule, property, message }) => `${rule}: ${property} ${message}`),
        `Repair: ${repair}`,
    ];
    // What is in no program is shown at the settings of the stack.
    const { file, line } = source ?? { file: `Pulumi.${stack}.yaml`, line: 1 };
    return {
        ruleId: broken.find(({ status }) => status === "violation")?.rule ?? `drift/${kind}`,
        level: LEVELS[severity],
        message: { text: told.join("\n") },
        locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: line } } }],
        partialFingerprints: { "drift/v1": fingerprint },
        properties: { severity, change, resource: urn || id },
    };
}
