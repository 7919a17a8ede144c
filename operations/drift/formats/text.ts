import wrap from "wrap-ansi";
import type { DriftFinding, DriftReport } from "../report-schema.ts";
import { duration, remarks, resultLine, short } from "./words.ts";

const WIDTH = 80;
const LABEL = 10;

/** The report as a person reads it on a terminal of 80 columns: the gravest first, then one line of result. */
export function asText(report: DriftReport): string {
    const lines = [
        ...report.findings.flatMap((finding) => [...findingLines(finding), ""]),
        ...report.resolved.map(({ title, how, repairedAfterSeconds }) =>
            wrapped(`RESOLVED ${title} (${how} after ${duration(repairedAfterSeconds)})`),
        ),
        ...report.untold.map((what) => wrapped(`COULD NOT TELL ${what}`)),
        ...remarks(report).map((remark) => wrapped(remark)),
        wrapped(resultLine(report)),
    ];
    return `${lines.join("\n")}\n`;
}

function findingLines(finding: DriftFinding): string[] {
    const { severity, change, title, differences, broken, cause, repair, source, firstSeenAt } = finding;
    const who = cause.known ? [cause.who, cause.what, cause.at].join(", ") : `unknown: ${cause.why}`;
    return [
        wrapped(`${severity.toUpperCase()} ${change}: ${title}`),
        labelled("resource", short(finding.urn || finding.id)),
        ...differences.map(({ path, before, after }) => labelled("differs", `${path}: ${before} is now ${after}`)),
        ...broken.map(({ rule, status, property, message, urn }) => {
            const where = urn === finding.urn ? property : `${short(urn)} ${property}`;
            const word = status === "violation" ? "breaks" : status === "excepted" ? "excepted" : "undecided";
            return labelled(word, `${rule}: ${where} ${message}`);
        }),
        labelled("cause", who),
        ...(change === "new" ? [] : [labelled("since", firstSeenAt)]),
        ...(source ? [labelled("program", `${source.file}:${source.line}`)] : []),
        ...command(repair),
    ];
}

/** A command stays one that can be copied: it goes on in the next line only where a shell lets it. */
function command(repair: string): string[] {
    const [begin = "", ...target] = repair.split(/ (?=--target )/);
    const [first = "", ...others] = labelled("repair", target.length > 0 ? `${begin} \\` : begin).split("\n");
    return [first, ...others, ...target.map((text) => `${" ".repeat(LABEL + 4)}${text}`)];
}

function labelled(label: string, text: string): string {
    const lines = wrap(oneLine(text), WIDTH - LABEL - 2, { hard: true }).split("\n");
    return lines.map((line, index) => `  ${(index === 0 ? label : "").padEnd(LABEL)}${line}`).join("\n");
}

function wrapped(text: string): string {
    return wrap(oneLine(text), WIDTH, { hard: true });
}

/** What a cloud or the engine says may hold anything; on a terminal it must stay one text. */
function oneLine(text: string): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not reach a terminal
    return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
