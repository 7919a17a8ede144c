import type { EnvironmentReport, Report } from "../preview/environment.ts";
import { guardrailLine } from "../preview/text.ts";
import { signed, usd } from "./cost-section.ts";
import type { Section } from "./line.ts";
import { codeSpan, escaped, listItem } from "./markdown-text.ts";
import { sectionsOf } from "./sections.ts";
import { shortened } from "./shortened.ts";
import { changesOf, verdictOf } from "./verdict.ts";

/** A comment on GitHub holds 65,536 characters; some are left for who wraps it. Counted in bytes, of which there are more. */
export const MOST_BYTES = 64_000;

export interface Markdown {
    readonly text: string;
    /** The whole, when some of it had to be cut. */
    readonly whole?: string;
}

/** The report as a comment on a pull request. `wholeIn` is where the whole will be found if this is too long. */
export function asMarkdown(report: Report, wholeIn: string, most = MOST_BYTES): Markdown {
    const parts = report.environments.map((environment) => ({ environment, sections: sectionsOf(environment) }));
    const text = (all: readonly Part[], note: string) => render(report, all, note);
    const whole = text(parts, "");
    if (Buffer.byteLength(whole) <= most) return { text: whole };
    const note = `Shortened for GitHub, the least important first. The whole is in ${codeSpan(wholeIn)}.`;
    const fits = (sections: readonly (readonly Section[])[]) => {
        const cut = parts.map(({ environment }, index) => ({ environment, sections: sections[index] ?? [] }));
        const rendered = text(cut, note);
        return Buffer.byteLength(rendered) <= most ? rendered : undefined;
    };
    return {
        text: shortened(
            parts.map(({ sections }) => sections),
            fits,
        ),
        whole,
    };
}

interface Part {
    readonly environment: EnvironmentReport;
    readonly sections: readonly Section[];
}

function render({ against, environments }: Report, parts: readonly Part[], note: string): string {
    const title = against === undefined ? "What would change" : "What this change does to each environment";
    const base =
        against === undefined
            ? []
            : [`Compared with ${codeSpan(against.commit.slice(0, 12))} (${codeSpan(against.revision)}).`];
    const guards = against?.guards ?? [];
    return [
        `## ${title}`,
        "",
        ...table(environments),
        "",
        ...[...base, note].filter((text) => text !== "").flatMap((text) => [text, ""]),
        ...(guards.length > 0
            ? ["> [!CAUTION]", `> What decides on changes is itself changed: ${guards.map(codeSpan).join(", ")}`, ""]
            : []),
        ...parts.flatMap(({ environment, sections }) => environmentLines(environment, sections)),
    ].join("\n");
}

function table(environments: readonly EnvironmentReport[]): string[] {
    const rows = environments.map((report) => {
        const { mark, text } = verdictOf(report);
        const { monthly, difference } = report.cost;
        const cost = report.resources.length === 0 ? "" : difference === undefined ? usd(monthly) : signed(difference);
        const changes = report.compared ? changesOf(report) || "none" : `${report.changes.length} new`;
        return `| ${escaped(report.stack)} | ${MARKS[mark]} ${escaped(text)} | ${changes} | ${cost} |`;
    });
    return ["| Environment | Result | Resources | A month |", "|---|---|---|---|", ...rows];
}

const MARKS = { "✗": "❌", "!": "⚠️", "✓": "✅" } as const;

function environmentLines(report: EnvironmentReport, sections: readonly Section[]): string[] {
    const done =
        report.errors.length > 0 ? "The preview failed, so no guardrail has decided on all." : guardrailLine(report);
    return [`### ${escaped(report.stack)}`, "", ...sections.flatMap(sectionLines), escaped(done), ""];
}

function sectionLines({ title, lines, isFolded }: Section): string[] {
    const items = lines.map((line) => listItem(line));
    if (!isFolded) return [`#### ${escaped(title)}`, "", ...items, ""];
    return [`<details><summary>${escaped(title)}</summary>`, "", ...items, "", "</details>", ""];
}
