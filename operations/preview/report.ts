/** What a policy-checked preview found; the JSON of `npm run preview -- --format json`. */
export interface PreviewReport {
    stack: string;
    /** Whether it ran on the stand-ins, without credentials and against an empty state. */
    offline: boolean;
    resources: PreviewedResource[];
    findings: Finding[];
    /** Guardrails that were run. */
    rules: number;
    /** Errors of the engine or the program; a preview with any is not clean. */
    errors: string[];
    /** Whole run, in seconds. */
    seconds: number;
}

export interface PreviewedResource {
    urn: string;
    /** Pulumi type token. */
    type: string;
    name: string;
    /** `create`, `update`, `replace`, `delete`, `same` or `read`. */
    change: string;
}

export interface Finding {
    rule: string;
    severity: string;
    status: "violation" | "inconclusive" | "excepted";
    urn: string;
    /** Property that fails, as a path; empty when the whole resource does. */
    property: string;
    /** What is wrong and how to fix it. */
    message: string;
    /** For `excepted`: the exception that was used, and when it ends. */
    exception?: string;
}

/** Exit codes of `npm run preview`. */
export const EXIT = { clean: 0, failed: 1, blocked: 2 } as const;

/** What stops the change: a violation always, an inconclusive check where every value can be known. */
export function exitCode(report: PreviewReport): number {
    if (report.findings.some((finding) => blocksPreview(finding, report.offline))) return EXIT.blocked;
    return report.errors.length > 0 ? EXIT.failed : EXIT.clean;
}

export function blocksPreview({ status }: Pick<Finding, "status">, offline: boolean): boolean {
    return status === "violation" || (offline && status === "inconclusive");
}

/** Findings of one status. */
export function withStatus(report: PreviewReport, status: Finding["status"]): Finding[] {
    return report.findings.filter((finding) => finding.status === status);
}
