import { cpus, totalmem } from "node:os";
import { type Figure, type Finding, fallsShort, isRatio, type Ratio } from "./figure.ts";
import { RUNS } from "./in-turn.ts";

/** The page of the benchmarks: ratios first, since seconds are those of one machine. */
export function asMarkdown(findings: readonly Finding[], notes: readonly string[] = []): string {
    const ratios = findings.filter(isRatio);
    const figures = findings.filter((finding): finding is Figure => !isRatio(finding));
    const made =
        "Made by `npm run bench -- --out docs/benchmarks.md`. Ratios carry from one machine to another, seconds do not.";
    return `${[
        ...["# Benchmarks", "", made, "", `Measured with ${machine()}; medians of ${RUNS}.`],
        ...table("Ratios", "Ratio", ratios.map(ratioRow)),
        ...table(
            "Measured",
            "What",
            figures.map(({ what, figure, target }) => [what, figure, target]),
        ),
        ...list("Short of the target", ratios.filter(fallsShort).map(reason)),
        ...list("Left out", notes),
    ].join("\n")}\n`;
}

/** What the ratios of a page are, by their names. */
export function ratiosOf(page: string): Map<string, number> {
    const [, section = ""] = page.split(/^## Ratios$/m);
    const [rows = ""] = section.split(/^## /m);
    return new Map(
        [...rows.matchAll(/^\| (.+?) \| (\d+(?:\.\d+)?) \|/gm)].map(([, name = "", value]) => [name, Number(value)]),
    );
}

function ratioRow({ ratio, value, atMost, atLeast }: Ratio): string[] {
    const target = atMost !== undefined ? `${atMost} or less` : atLeast !== undefined ? `${atLeast} or more` : "";
    return [ratio, value.toFixed(2), target];
}

function reason({ ratio, why = "not looked into yet" }: Ratio): string {
    return `${ratio}: ${why}.`;
}

function list(heading: string, items: readonly string[]): string[] {
    return items.length === 0 ? [] : ["", `## ${heading}`, "", ...items.map((item) => `- ${item}`)];
}

function table(heading: string, first: string, rows: readonly string[][]): string[] {
    if (rows.length === 0) return [];
    const lines = rows.map((row) => `| ${row.join(" | ")} |`);
    return ["", `## ${heading}`, "", `| ${first} | Figure | Target |`, "|---|---|---|", ...lines];
}

function machine(): string {
    const [processor] = cpus();
    const memory = Math.round(totalmem() / 2 ** 30);
    return `Node ${process.versions.node}, ${cpus().length} × ${processor?.model ?? "processor"}, ${memory} GiB`;
}
