import { groupBy } from "../../cli/group-by.ts";
import type { Drilled } from "./drills.ts";
import type { Proved, ProvedDay } from "./prove.ts";
import type { Removal } from "./removals.ts";

/** What was shown, as a page. The same program and the same days give the same bytes. */
export function leastPrivilegeReport({ days, faults, removed, drilled }: Proved): string {
    return `${[
        "# No permission without a call, no call without its permission",
        "",
        "Written by `npm run proof -- least-privilege`. What was **run**: a whole day of the platform for each orchestrator, in",
        "the local cloud, which checks each call against the policies of the caller's role and recorded which statement allowed",
        "it; and the drills at the end, in a platform that was up. What was **evaluated**, in process and without a cloud: every",
        "permission of every role of the named stacks against what needs it, by the role's policies, the limit of all roles, the",
        "endpoint on the way and the key's policy; and the same with one permission less, forty times a stack. The local cloud",
        "never asks for keys, writes no logs in a role's name and has no network, so of those only the evaluation says something.",
        "",
        "## The days",
        "",
        "| orchestrator | permissions of the roles | used | explained | unexplained | refused calls | accounted for |",
        "|---|---|---|---|---|---|---|",
        ...days.map(dayRow),
        "",
        "## Never used on a day, and why they stay",
        "",
        "| of | what | why | source |",
        "|---|---|---|---|",
        ...unusedRows(days),
        ...[...removed].flatMap(([stack, all]) => removedLines(stack, all, faults.get(stack) ?? [])),
        "",
        "## One permission less in a running platform",
        "",
        "Each was taken out of the role's policy while the platform was up, then something was fed; it was given back once the",
        "function had been refused, and what had waited went through.",
        "",
        "| taken away | refused with AccessDenied | what the function logged | in balance without | in balance after |",
        "|---|---|---|---|---|",
        ...drilled.map(drillRow),
    ].join("\n")}\n`;
}

function dayRow({ orchestrator, day, granted, unused }: ProvedDay): string {
    const open = unused.filter(({ need }) => need === undefined).length;
    const counts = [granted, granted - unused.length, unused.length - open, open, day.refused.length];
    return `| ${orchestrator} | ${counts.join(" | ")} | ${day.faults.length === 0 ? "yes" : day.faults.join("; ")} |`;
}

/** One row for each reason, over both days. */
function unusedRows(days: readonly ProvedDay[]): string[] {
    const all = days.flatMap(({ unused }) => unused);
    const byReason = groupBy(all, ({ need }) => (need === undefined ? "**nobody**" : reasonOf(need.why)));
    return [...byReason]
        .map(([reason, ones]) => {
            const roles = [...new Set(ones.map(({ role }) => role))].sort();
            const actions = [...new Set(ones.map(({ action }) => `\`${action}\``))].sort();
            const sources = [...new Set(ones.map(({ need }) => need?.source ?? ""))].filter((one) => one !== "").sort();
            return `| ${roles.join(", ")} | ${actions.join(", ")} | ${reason} | ${sources.map(sourceText).join(", ")} |`;
        })
        .sort();
}

/** Keys are asked for hundreds of things; the rule is one. */
function reasonOf(why: string): string {
    return why.endsWith("is under this key") ? "what it reads or writes is under this key" : why;
}

function sourceText(source: string): string {
    return source.startsWith("https:") ? `<${source}>` : `\`${source}\``;
}

function removedLines(stack: string, all: readonly Removal[], faults: readonly string[]): string[] {
    const noticed = all.filter(({ failed }) => failed !== undefined).length;
    return [
        "",
        `## ${stack}: a test fails for ${noticed} of ${all.length} permissions that are taken away`,
        "",
        faults.length === 0
            ? "As the program is, every role has what is needed of it and nothing else. Evaluated, one permission less at a time:"
            : `**As the program is, ${faults.length} are wrong.** Evaluated, one permission less at a time:`,
        "",
        "| taken away | the test of `test/program/least-privilege.test.ts` that fails |",
        "|---|---|",
        ...all.map(
            ({ role, action, resource, failed }) =>
                `| ${role}: \`${action}\` on \`${resource}\` | ${failed?.name ?? "**none**"} |`,
        ),
    ];
}

function drillRow({ role, action, resource, refused, error, balanced }: Drilled): string {
    const yes = (is: boolean) => (is ? "yes" : "no");
    const said = error.replace(/-[0-9a-f]{7}\b/g, "").replaceAll("|", "\\|");
    return `| ${role}: \`${action}\` on \`${resource}\` | ${refused > 0 ? "yes" : "no"} | ${said} | ${yes(balanced.without)} | ${yes(balanced.after)} |`;
}
