import type { DriftFinding, DriftReport } from "../report-schema.ts";
import { duration, remarks, resultLine } from "./words.ts";

/** GitHub refuses a longer text of an issue or a comment. */
const LONGEST = 65_536;
const CUT = "\n_More does not fit here: the whole is in the report as JSON._\n";

/** The report for an issue or a summary, cut after the gravest findings that fit. */
export function asMarkdown(report: DriftReport): string {
    const head = [
        `## ${text(resultLine(report))}`,
        "",
        ...report.untold.map((what) => `> **Could not tell** ${text(what)}\n`),
    ].join("\n");
    const parts = [
        ...report.findings.map(findingMarkdown),
        ...report.resolved.map(
            ({ title, how, repairedAfterSeconds }) =>
                `- Resolved: ${text(title)}, ${how} after ${duration(repairedAfterSeconds)}\n`,
        ),
        ...remarks(report).map((remark) => `- ${text(remark)}\n`),
    ];
    let whole = head.slice(0, LONGEST - CUT.length);
    for (const part of parts) {
        if (whole.length + part.length + CUT.length > LONGEST) return `${whole}${CUT}`;
        whole += part;
    }
    return whole;
}

/** One finding, as the body of an issue. */
export function findingMarkdown(finding: DriftFinding): string {
    const { severity, change, title, urn, id, differences, broken, cause, repair, source, firstSeenAt } = finding;
    const who = cause.known
        ? `${text(cause.who ?? "")} by ${code(cause.what ?? "")}, ${cause.at ?? ""}`
        : `unknown (${text(cause.why ?? "")})`;
    const rows = differences.map(({ path, before, after }) => `| ${code(path)} | ${code(before)} | ${code(after)} |`);
    return [
        `### ${severity.toUpperCase()} ${change}: ${text(title)}`,
        "",
        `- Resource: ${code(urn || id)}`,
        ...(source ? [`- Program: ${code(`${source.file}:${source.line}`)}`] : []),
        `- Cause: ${who}`,
        `- First seen: ${firstSeenAt}`,
        ...broken.map(
            ({ rule, status, property, message, controls }) =>
                `- ${status === "violation" ? "**Breaks**" : status} ${code(rule)} (${controls.join(", ")}): ${code(property)} ${text(message)}`,
        ),
        "",
        ...(rows.length > 0 ? ["| Property | State | Cloud |", "|---|---|---|", ...rows, ""] : []),
        "```sh",
        repair,
        "```",
        "",
        "",
    ].join("\n");
}

/** What comes from a cloud may hold anything: no markup, no mention and no table cell may come of it. */
function text(value: string): string {
    return value
        .replace(/\s+/g, " ")
        .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
        .replaceAll("@", "@\u200b");
}

function code(value: string): string {
    const plain = value.replace(/\s+/g, " ").replaceAll("`", "'").replaceAll("|", "\\|");
    return plain === "" ? "" : `\`${plain}\``;
}
