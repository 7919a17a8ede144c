import type { GuardReport } from "../report.ts";
import { asGithub, asProblems, problems } from "./problems.ts";
import { asText } from "./text.ts";

export const FORMATS = ["text", "json", "github", "problems"] as const;

export type Format = (typeof FORMATS)[number];

/** A whole report in the form that was asked for. */
export function formatted(report: GuardReport, format: Format): string {
    if (format === "json") return `${JSON.stringify(report, null, 2)}\n`;
    if (format === "github") return asGithub(problems(report));
    if (format === "problems") return asProblems(problems(report));
    return asText(report);
}
