import { findingLines } from "../../preview/text.ts";
import type { Format } from "../formats/index.ts";
import { asProblems, problems } from "../formats/problems.ts";
import { placeLines, resultLine } from "../formats/text.ts";
import type { Place } from "../places.ts";
import type { GuardReport } from "../report.ts";
import type { Changes, Trouble } from "./changes.ts";

/** What is said when an answer begins. Editors go by these words: see .vscode/tasks.json. */
export function began(stack: string, files: readonly string[], format: Format): string {
    if (format === "json") return "";
    const shown = files.length > 3 ? `${files.slice(0, 3).join(", ")} and ${files.length - 3} more` : files.join(", ");
    const why = files.length === 0 ? "" : ` after a change of ${shown}`;
    return `${format === "text" ? "\n" : ""}Judging ${stack}${why}\n`;
}

/** An answer, beside the one before it. */
export function told(report: GuardReport, changes: Changes, format: Format): string {
    if (format === "json") return `${JSON.stringify({ ...report, changes: keysOf(changes) })}\n`;
    const end = `Judged ${report.stack}: ${countsOf(changes)} (${report.seconds.toFixed(1)} s)\n`;
    if (format === "problems") return `${asProblems(problems(report))}${end}`;
    const lines = [
        ...changes.fresh.flatMap((trouble) => whole(trouble)),
        ...changes.open.map((trouble) => `still open  ${shortly(trouble)}`),
        ...changes.mended.map((trouble) => `mended      ${shortly(trouble)}`),
        ...(changes.undecided.length > 0 ? [`undecided   ${changes.undecided.length} findings of before`] : []),
        resultLine(report),
    ];
    return `${lines.join("\n")}\n${end}`;
}

function countsOf({ fresh, open, mended, undecided }: Changes): string {
    const rest = undecided.length === 0 ? "" : `, ${undecided.length} undecided`;
    return `${fresh.length} new, ${open.length} still open, ${mended.length} mended${rest}`;
}

function whole({ finding, fault }: Trouble): string[] {
    if (fault !== undefined) return [`Error: ${fault.message}`, ...placeLines(fault.place), ""];
    return [...findingLines(finding).slice(0, -1), ...placeLines(finding.place), ""];
}

function shortly({ finding, fault }: Trouble): string {
    if (fault !== undefined) return `${fault.message.split("\n")[0]}${at(fault.place)}`;
    const about = finding.urn.split("::").at(-1);
    return `${finding.rule} ${about} ${finding.property}${at(finding.place)}`;
}

function at(place: Place | undefined): string {
    return place === undefined ? "" : `  ${place.file}:${place.line}:${place.column}`;
}

/** For programs: which findings are new, still open, mended, by rule, resource and property. */
function keysOf(changes: Changes): Record<string, unknown> {
    const named = (troubles: readonly Trouble[]) =>
        troubles.map(({ finding, fault }) =>
            fault === undefined
                ? { rule: finding.rule, urn: finding.urn, property: finding.property }
                : { error: fault.message },
        );
    const { fresh, open, mended, undecided } = changes;
    return { new: named(fresh), open: named(open), mended: named(mended), undecided: named(undecided) };
}
