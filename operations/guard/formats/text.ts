import { wrapped } from "../../cli/wrapped.ts";
import { findingLines, guardrailLine } from "../../preview/text.ts";
import type { Place } from "../places.ts";
import type { GuardReport } from "../report.ts";

/** The report as a person reads it: what is wrong, where to mend it, and one line of result. */
export function asText(report: GuardReport): string {
    const lines = [
        ...report.faults.flatMap(({ message, place }) => [`Error: ${message}`, ...placeLines(place), ""]),
        ...report.findings.flatMap((finding) => [
            ...findingLines(finding).slice(0, -1),
            ...placeLines(finding.place),
            "",
        ]),
        resultLine(report),
    ];
    return `${wrapped(lines.join("\n"))}\n`;
}

export function resultLine(report: GuardReport): string {
    if (report.errors.length === 0) return guardrailLine(report);
    return "The program failed, so the guardrails about the whole stack have not decided.";
}

export function placeLines(place: Place | undefined): string[] {
    return place === undefined ? [] : [`  at        ${place.file}:${place.line}:${place.column}`];
}
