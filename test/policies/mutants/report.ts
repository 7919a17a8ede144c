import { HARMLESS, reasonFor } from "./harmless.ts";
import type { Mutant } from "./mutant.ts";

/** What became of each mutant: the rule that caught it, or nothing. */
export interface Result {
    mutant: Mutant;
    rule: string | undefined;
}

const HEAD = `# What the guardrails catch

A tool breaks the program of \`prod\`, with all that exists once, in one place at a time: another's account in the place of
ours, a flag turned over, a weaker value, a safeguard left out, a statement of a policy widened, something added, a second
companion, a resource that nobody knows. Each mutant is judged by every guardrail in process. What no rule catches stands at
the end, with the reason why it takes no protection away. Written by \`npm run mutants\`; a test keeps it true.
`;

/** The report as it lies in \`docs\`. */
export function report(results: readonly Result[]): string {
    const caught = results.filter(({ rule }) => rule !== undefined);
    return [
        HEAD,
        `**${results.length}** mutants: ${caught.length} caught, ${results.length - caught.length} harmless.`,
        "",
        table(["broken how", "mutants", "caught"], kinds(results)),
        table(["caught first by", "mutants"], byRule(caught)),
        "## Harmless\n",
        table(["what", "mutants", "why it takes no protection away"], harmless(results)),
    ].join("\n");
}

function kinds(results: readonly Result[]): string[][] {
    const all = [...new Set(results.map(({ mutant }) => mutant.kind))].sort();
    return all.map((kind) => {
        const of = results.filter(({ mutant }) => mutant.kind === kind);
        return [kind, String(of.length), String(of.filter(({ rule }) => rule !== undefined).length)];
    });
}

function byRule(caught: readonly Result[]): string[][] {
    const counts = new Map<string, number>();
    for (const { rule = "" } of caught) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return [...counts]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .map(([rule, count]) => [`\`${rule}\``, String(count)]);
}

function harmless(results: readonly Result[]): string[][] {
    const left = results.filter(({ rule }) => rule === undefined);
    return HARMLESS.map((entry) => {
        const count = left.filter(({ mutant }) => reasonFor(mutant) === entry).length;
        return [entry.what, String(count), entry.why];
    }).filter(([, count]) => count !== "0");
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [line(columns), line(columns.map(() => "---")), ...rows.map(line), ""].join("\n");
}
