import { createHash } from "node:crypto";
import type { Log, Result } from "sarif";
import { rules } from "../../policies/rules/index.ts";
import type { Danger } from "../changes/dangers/danger.ts";
import type { Place } from "../guard/places.ts";
import type { EnvironmentReport, Report, ReportedFinding } from "../preview/environment.ts";
import { blocksPreview } from "../preview/report.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** What is told besides the guardrails, each under a name of its own. */
const OTHERS = {
    "preview-failed": "The environment could not be previewed.",
    "data-lost": "Data is deleted, replaced, or kept for less.",
    "permission-gained": "Somebody may do what they could not do before.",
    "exposure-gained": "Something is reachable from where it was not.",
    "exceptions-valid": "An exception holds for a limited time and covers what it names.",
} as const;

/** The report for code scanning. */
export function asSarif({ environments }: Report): string {
    const descriptors = [
        ...rules.map(({ name, why, fix }) => ({
            id: name,
            shortDescription: { text: why },
            help: { text: `${fix}.` },
        })),
        ...Object.entries(OTHERS).map(([id, text]) => ({ id, shortDescription: { text } })),
    ];
    const driver = { name: "compliance-platform", informationUri: INFORMATION, rules: descriptors };
    const executionSuccessful = environments.every(({ errors }) => errors.length === 0);
    const run = {
        tool: { driver },
        invocations: [{ executionSuccessful }],
        results: environments.flatMap(resultsOf),
        columnKind: "utf16CodeUnits" as const,
    };
    const log: Log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
    return `${JSON.stringify(log, null, 2)}\n`;
}

const INFORMATION = "https://www.pulumi.com/docs/iac/crossguard/";

function resultsOf(report: EnvironmentReport): Result[] {
    const { stack, errors, findings, dangers } = report;
    const dangerous = (id: keyof typeof OTHERS, found: readonly Danger[]) =>
        found.map(({ severity, urn, resource, what }) =>
            result(stack, id, severity === "medium" ? "note" : "warning", `${resource} ${what}.`, urn),
        );
    return [
        ...errors.map((error) => result(stack, "preview-failed", "error", error)),
        ...findings.map((finding) => found(report, finding)),
        ...dangerous("data-lost", dangers.data),
        ...dangerous("permission-gained", dangers.permissions),
        ...dangerous("exposure-gained", dangers.exposure),
    ];
}

function found({ stack, offline }: EnvironmentReport, finding: ReportedFinding): Result {
    const { rule, property, message, urn, place, isOld, status } = finding;
    const level = blocksPreview(finding, offline) ? "error" : "note";
    const text = `${property === "" ? "" : `${property} `}${message}`;
    const one = result(stack, rule, level, text, urn, place);
    const accepted = status === "excepted" && {
        suppressions: [{ kind: "external" as const, justification: finding.exception ?? "" }],
    };
    return { ...one, ...(isOld !== undefined && { baselineState: "unchanged" as const }), ...accepted };
}

function result(stack: string, ruleId: string, level: Result.level, text: string, urn = "", place?: Place): Result {
    const { file, line, column } = place ?? { file: `Pulumi.${stack}.yaml`, line: 1, column: 1 };
    const logical = urn === "" ? [] : [{ fullyQualifiedName: urn, kind: "resource" }];
    return {
        ruleId,
        level,
        message: { text: `${stack}: ${text}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: file.split("\\").join("/") },
                    region: { startLine: line, startColumn: column },
                },
                ...(logical.length > 0 && { logicalLocations: logical }),
            },
        ],
        // By what it is about, not where: lines move.
        partialFingerprints: { "resource/v1": digest(`${stack} ${ruleId} ${urn} ${text}`) },
    };
}

function digest(text: string): string {
    return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
