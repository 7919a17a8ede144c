import { extname } from "node:path";
import type { DriftReport } from "../report-schema.ts";
import { asIgnores } from "./ignores.ts";
import { asJunit } from "./junit.ts";
import { asMarkdown } from "./markdown.ts";
import { asSarif } from "./sarif.ts";
import { asText } from "./text.ts";

export const FORMATS = ["text", "json", "markdown", "sarif", "junit", "ignores"] as const;

export type Format = (typeof FORMATS)[number];

const OF_ENDING: Readonly<Record<string, Format>> = {
    ".json": "json",
    ".md": "markdown",
    ".sarif": "sarif",
    ".xml": "junit",
    ".yaml": "ignores",
    ".txt": "text",
};

/** The form of a file by its ending. */
export function formatOf(file: string, otherwise: Format): Format {
    return OF_ENDING[extname(file)] ?? otherwise;
}

/** A whole report in the form that was asked for. */
export function formatted(report: DriftReport, format: Format): string {
    if (format === "json") return `${JSON.stringify(report, undefined, 2)}\n`;
    if (format === "markdown") return asMarkdown(report);
    if (format === "sarif") return asSarif(report);
    if (format === "junit") return asJunit(report);
    return format === "ignores" ? asIgnores(report) : asText(report);
}
