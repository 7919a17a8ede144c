import { rm } from "node:fs/promises";
import { parse, format as pathOf } from "node:path";
import { withoutSecrets } from "../changes/hidden.ts";
import { requireWritable } from "../cli/require-writable.ts";
import { UserError } from "../cli/user-error.ts";
import { writeOutput } from "../cli/write-output.ts";
import type { Report } from "../preview/environment.ts";
import { asJunit } from "./junit.ts";
import { asMarkdown } from "./markdown.ts";
import { asSarif } from "./sarif.ts";
import { asTerminal } from "./terminal.ts";

export const FORMATS = ["text", "json", "markdown", "sarif", "junit"] as const;
export type Format = (typeof FORMATS)[number];

/** What `parseArgs` has to know of the options about reports. */
export const REPORT_OPTIONS = {
    format: { type: "string", default: "text" },
    out: { type: "string" },
    json: { type: "string" },
    markdown: { type: "string" },
    sarif: { type: "string" },
    junit: { type: "string" },
} as const;

/** Where which form of a report goes. */
export interface Outputs {
    /** What is printed. */
    readonly printed: Format;
    readonly files: readonly { readonly format: Format; readonly file: string }[];
}

type Options = Partial<Record<"format" | "out" | "json" | "markdown" | "sarif" | "junit", string>>;

/** Reads the options, and finds out before a long run whether the files can be written. */
export async function outputsOf(values: Options): Promise<Outputs> {
    const format = FORMATS.find((known) => known === values.format);
    if (format === undefined) {
        throw new UserError(`Unknown format "${values.format}": choose ${FORMATS.join(", ")} with --format.`);
    }
    const named = (["json", "markdown", "sarif", "junit"] as const).flatMap((one) =>
        values[one] === undefined ? [] : [{ format: one, file: values[one] }],
    );
    const files = [...(values.out === undefined ? [] : [{ format, file: values.out }]), ...named];
    for (const { file } of files) await requireWritable(file);
    return { printed: values.out === undefined ? format : "text", files };
}

/** Writes every file and prints the rest. No secret that is known goes into any of them. */
export async function writeReports(
    told: Report,
    { printed, files }: Outputs,
    secrets: readonly string[],
    printTo: NodeJS.WritableStream = process.stdout,
): Promise<void> {
    const report = masked(told, secrets) as Report;
    for (const { format, file } of files) {
        if (format !== "markdown") {
            await writeOutput(file, formatted(report, format));
            continue;
        }
        const wholeFile = wholeBeside(file);
        const { text, whole } = asMarkdown(report, parse(wholeFile).base);
        await writeOutput(file, text);
        if (whole === undefined) await rm(wholeFile, { force: true });
        else await writeOutput(wholeFile, whole);
    }
    printTo.write(formatted(report, printed));
}

function masked(value: unknown, secrets: readonly string[]): unknown {
    if (typeof value === "string") return withoutSecrets(value, secrets);
    if (Array.isArray(value)) return value.map((item) => masked(item, secrets));
    if (!(value instanceof Object)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item, secrets)]));
}

export function formatted(report: Report, format: Format): string {
    if (format === "json") return `${JSON.stringify(report, null, 2)}\n`;
    if (format === "markdown") return asMarkdown(report, "the JSON of this report").text;
    if (format === "sarif") return asSarif(report);
    if (format === "junit") return asJunit(report);
    return asTerminal(report);
}

/** `report.md` is `report.whole.md` when it is not cut. */
export function wholeBeside(file: string): string {
    const { dir, name, ext } = parse(file);
    return pathOf({ dir, name: `${name}.whole`, ext });
}
