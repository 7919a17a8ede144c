import type { EnvironmentReport } from "../preview/environment.ts";
import { EXIT, exitCode, withStatus } from "../preview/report.ts";

export interface Verdict {
    readonly mark: "✗" | "!" | "✓";
    /** What a person has to know first, in one line. */
    readonly text: string;
}

/** What is to be said of an environment when there is room for one line. */
export function verdictOf(report: EnvironmentReport): Verdict {
    const { dangers, errors } = report;
    if (errors.length > 0 && exitCode(report) !== 2) return { mark: "✗", text: "could not be previewed" };
    const violations = withStatus(report, "violation").length;
    const inconclusive = withStatus(report, "inconclusive").length;
    const told = [
        counted(violations, "guardrail finding", "blocks it", "block it"),
        counted(report.offline ? inconclusive : 0, "check", "is inconclusive", "are inconclusive"),
        counted(dangers.data.length, "danger to data", "", "", "dangers to data"),
        counted(dangers.permissions.length, "permission", "gained", "gained"),
        counted(dangers.exposure.length, "exposure", "gained", "gained"),
    ].filter((text) => text !== "");
    if (told.length > 0) return { mark: exitCode(report) === 0 ? "!" : "✗", text: told.join(", ") };
    return { mark: "✓", text: changesOf(report) || "nothing changes" };
}

function counted(count: number, one: string, verb: string, verbs: string, many = `${one}s`): string {
    if (count === 0) return "";
    return `${count} ${count === 1 ? one : many} ${count === 1 ? verb : verbs}`.trim();
}

/** Such as `2 created, 1 changed`. */
export function changesOf({ changes }: Pick<EnvironmentReport, "changes">): string {
    const words = { create: "created", update: "changed", replace: "replaced", delete: "deleted" };
    return Object.entries(words)
        .map(([change, word]) => [changes.filter((one) => one.change === change).length, word] as const)
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${count} ${word}`)
        .join(", ");
}

/** What an exit code says, for a line that has room for one word. */
export function wordFor(code: number): string {
    if (code === EXIT.clean) return "clean";
    return code === EXIT.blocked ? "blocked" : "failed";
}
