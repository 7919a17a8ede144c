import wrapAnsi from "wrap-ansi";
import type { EnvironmentReport, Report } from "../preview/environment.ts";
import { guardrailLine } from "../preview/text.ts";
import type { Line, Piece } from "./line.ts";
import { sectionsOf } from "./sections.ts";
import { changesOf, verdictOf } from "./verdict.ts";

const COLUMNS = 80;
/** More lines of a section than a person reads on a terminal; the other formats have all of them. */
const MOST_LINES = 40;

/** The report as a person reads it on a terminal: what is dangerous first, the result last. */
export function asTerminal({ environments, against }: Report): string {
    const parts = environments.map((report) => environmentText(report, environments.length > 1));
    const guards = against?.guards ?? [];
    const changed =
        guards.length > 0
            ? ["What decides on changes is itself changed:", ...guards.map((file) => `  ${file}`), ""]
            : [];
    return `${[...changed.flatMap((text) => wrapped(text, "")), ...parts.flat()].join("\n")}\n`;
}

function environmentText(report: EnvironmentReport, isNamed: boolean): string[] {
    const sections = sectionsOf(report).flatMap(({ title, lines }) => [
        ...wrapped(title, ""),
        ...lines.slice(0, MOST_LINES).flatMap((line) => lineText(line, "  ")),
        ...(lines.length > MOST_LINES
            ? wrapped(`… and ${lines.length - MOST_LINES} more: --format json has all`, "  ")
            : []),
        "",
    ]);
    const { mark, text } = verdictOf(report);
    const head = isNamed ? [`── ${report.stack} ${"─".repeat(Math.max(0, COLUMNS - report.stack.length - 4))}`] : [];
    const done =
        report.errors.length > 0 ? "The preview failed, so no guardrail has decided on all." : guardrailLine(report);
    const changes = report.compared ? wrapped(changesOf(report) || "nothing changes", "") : [];
    return [
        ...head,
        ...sections,
        ...wrapped(done, ""),
        ...changes,
        ...wrapped(`${mark} ${report.stack}: ${text}`, ""),
        "",
    ];
}

function lineText({ pieces, under = [] }: Line, indent: string): string[] {
    return [...wrapped(pieces.map(plain).join(""), indent), ...under.flatMap((one) => lineText(one, `${indent}    `))];
}

function plain(piece: Piece): string {
    return typeof piece === "string" ? piece : piece.code;
}

/** Lines of at most 80 columns; what follows the first is indented a little more. */
function wrapped(text: string, indent: string): string[] {
    return text.split("\n").flatMap((one) => {
        const width = COLUMNS - indent.length - 2;
        const [first = "", ...rest] = wrapAnsi(one, width, { hard: true, trim: false }).split("\n");
        return [indent + first.trimEnd(), ...rest.map((more) => `${indent}  ${more.trim()}`)];
    });
}
