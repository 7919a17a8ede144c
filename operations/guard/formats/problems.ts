import { blocksPreview } from "../../preview/report.ts";
import type { Place } from "../places.ts";
import type { GuardReport } from "../report.ts";

/** A line for each thing that somebody must mend, in the form that editors read: file, line, column, severity, name, text. */
export function problems(report: GuardReport): Problem[] {
    const faults = report.faults.map(
        ({ message, place }): Problem => ({
            place: place ?? nowhere(report.stack),
            severity: "error",
            name: "program",
            message,
        }),
    );
    const findings = report.findings.map((finding): Problem => {
        const { rule, status, property, message, urn, place } = finding;
        const about = urn.split("::").slice(2).join("::").split("$").at(-1) ?? "";
        const what = property === "" ? message : `${property} ${message}`;
        const mark = status === "violation" ? "" : `[${status}] `;
        return {
            place: place ?? nowhere(report.stack),
            severity: blocksPreview(finding, report.offline) ? "error" : "warning",
            name: rule,
            message: `${mark}${about}: ${what}`,
        };
    });
    return [...faults, ...findings];
}

export interface Problem {
    readonly place: Place;
    readonly severity: "error" | "warning";
    readonly name: string;
    readonly message: string;
}

/** What has no line of its own is shown at the settings of the stack. */
function nowhere(stack: string): Place {
    return { file: `Pulumi.${stack}.yaml`, line: 1, column: 1 };
}

/** `file:line:column: severity rule: message`, one line each. */
export function asProblems(found: readonly Problem[]): string {
    return found
        .map(({ place: { file, line, column }, severity, name, message }) => {
            return `${file}:${line}:${column}: ${severity} ${name}: ${message.replace(/\s*\n\s*/g, " ")}\n`;
        })
        .join("");
}

/** The commands by which a step of a GitHub workflow puts notes on the lines of a change. */
export function asGithub(found: readonly Problem[]): string {
    return found
        .map(({ place: { file, line, column }, severity, name, message }) => {
            const where = `file=${property(file)},line=${line},col=${column},title=${property(name)}`;
            return `::${severity} ${where}::${data(message)}\n`;
        })
        .join("");
}

function data(text: string): string {
    return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
    return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
