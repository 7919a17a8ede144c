import { wrapped } from "../cli/wrapped.ts";
import type { StepReport, VerifyReport } from "./report.ts";
import type { Step } from "./step.ts";

export const FORMATS = ["human", "json", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

export const WORDS = { held: "held", failed: "FAILED", unknown: "cannot tell", skipped: "not here" } as const;

export function asText(report: VerifyReport, format: Format): string {
    if (format === "json") return `${JSON.stringify(report, null, 2)}\n`;
    return format === "markdown" ? asMarkdown(report) : asHuman(report);
}

/** What a step is about, for `--list`. */
export function described({ name, proves, answers }: Step): string {
    return wrapped(`${name}\n  ${proves}\n  Why it needs an account: ${answers}\n`);
}

export function summary({ steps }: VerifyReport): string {
    const count = (state: keyof typeof WORDS) => steps.filter(({ verdict }) => verdict.state === state).length;
    const left = steps.flatMap(({ leftBehind }) => leftBehind).length;
    const counts = `${count("held")} held, ${count("failed")} failed, ${count("unknown")} cannot tell, ${count("skipped")} not here`;
    return left > 0 ? `${counts}, ${left} left behind` : counts;
}

function asHuman(report: VerifyReport): string {
    const { stack, accountId, region, run } = report;
    const width = Math.max(...report.steps.map(({ name }) => name.length));
    const lines = report.steps.flatMap((step) => [
        `  ${step.name.padEnd(width)}  ${WORDS[step.verdict.state]}`,
        ...remarks(step).map((remark) => `  ${" ".repeat(width)}  ${remark}`),
    ]);
    return wrapped(
        `Stack ${stack}, account ${accountId} in ${region}, run ${run}\n${lines.join("\n")}\n${summary(report)}\n`,
    );
}

function asMarkdown(report: VerifyReport): string {
    const { stack, accountId, region, run, startedAt } = report;
    const rows = report.steps.map((step) => {
        const cells = [step.name, step.proves, WORDS[step.verdict.state], remarks(step).join(" ")];
        return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    });
    return [
        `# Verification of ${stack}`,
        "",
        `Account ${accountId} in ${region}, ${startedAt}, run ${run}: ${summary(report)}.`,
        "",
        "| Step | Proves | | |",
        "|---|---|---|---|",
        ...rows,
        "",
    ].join("\n");
}

function remarks({ verdict, leftBehind }: StepReport): string[] {
    const left = leftBehind.map((what) => `Left behind: ${what}`);
    if (verdict.state === "held") return left;
    return [verdict.why, ...(verdict.state === "failed" ? [verdict.fix] : []), ...left];
}
