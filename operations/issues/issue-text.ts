import { cutTo, LONGEST_BODY, quoted } from "../github/limits.ts";
import type { DriftFinding } from "./report.ts";

/** What an issue says. Nothing in it changes from run to run while the finding stays as it is. */
export interface IssueText {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
}

export const LABEL = "drift";
const LONGEST_TITLE = 240;
/** Stands for the look itself. */
export const COULD_NOT_LOOK = "could-not-look";

/** By which an issue is found again. */
export function markOf(stack: string, fingerprint: string): string {
    return `<!-- compliance-platform: drift ${stack} ${fingerprint} -->`;
}

/** The stack and the fingerprint that an issue is about. */
export function readMark(body: string | null): { stack: string; fingerprint: string } | undefined {
    const [, stack, fingerprint] = /^<!-- compliance-platform: drift (\S+) (\S+) -->/.exec(body ?? "") ?? [];
    return stack === undefined || fingerprint === undefined ? undefined : { stack, fingerprint };
}

export function textOfFinding(stack: string, finding: DriftFinding): IssueText {
    const { fingerprint, severity, kind, cloud, urn, title, differences, broken, cause, repair, firstSeenAt } = finding;
    const lines = [
        markOf(stack, fingerprint),
        `**${severity}**: ${quoted(kind)} in ${quoted(cloud)}, environment \`${stack}\`, first seen ${firstSeenAt}.`,
        ...(urn === "" ? [] : ["", code(urn)]),
        ...(differences.length === 0
            ? []
            : ["", "| Property | As deployed | As it is |", "|---|---|---|", ...differences.map(row)]),
        ...(broken.length === 0 ? [] : ["", "Broken guardrails:", ...broken.map(brokenLine)]),
        "",
        causeLine(cause),
        "",
        "To repair it:",
        "",
        code(repair),
    ];
    return {
        title: titleOf(stack, severity, title),
        body: cutTo(`${lines.join("\n")}\n`, LONGEST_BODY, "Cut here: the whole is in the report of the run."),
        labels: [LABEL, `stack: ${stack}`, `severity: ${severity}`],
    };
}

export function textOfFailedLook(stack: string, untold: readonly string[]): IssueText {
    const lines = [
        markOf(stack, COULD_NOT_LOOK),
        `Drift detection could not tell all of the environment \`${stack}\`. Until it can, nothing here says that the rest is clean.`,
        "",
        ...untold.map((what) => `- ${quoted(oneLine(what))}`),
    ];
    return {
        title: titleOf(stack, "high", "drift detection could not look at everything"),
        body: cutTo(`${lines.join("\n")}\n`, LONGEST_BODY, "Cut here."),
        labels: [LABEL, `stack: ${stack}`, "severity: high"],
    };
}

function titleOf(stack: string, severity: string, title: string): string {
    const text = `[${stack}] ${severity}: ${quoted(oneLine(title))}`;
    return text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 1)}…`;
}

function row({ path, before, after }: DriftFinding["differences"][number]): string {
    return `| ${[path, before, after].map(cell).join(" | ")} |`;
}

function cell(text: string): string {
    return quoted(oneLine(text)).replace(/\\/g, "\\\\").replace(/\|/g, "\\|");
}

function brokenLine({ rule, message, controls }: DriftFinding["broken"][number]): string {
    return `- \`${rule}\` (${controls.join(", ")}): ${quoted(oneLine(message))}`;
}

function causeLine({
    known,
    who = "somebody",
    what = "a change",
    at,
    why = "no trace was found",
}: DriftFinding["cause"]): string {
    if (!known) return `By whom: unknown, ${quoted(why)}.`;
    return `By whom: ${quoted(who)}, ${quoted(what)}${at === undefined ? "" : `, at ${at}`}.`;
}

function code(text: string): string {
    const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return `${fence}\n${text}\n${fence}`;
}

function oneLine(text: string): string {
    return text.replace(/\s+/g, " ").trim();
}
