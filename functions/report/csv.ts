import { createHash } from "node:crypto";
import { maskedWhereRefused } from "../adapters/card-guard.ts";

export interface CsvFile {
    bytes: Buffer;
    /** Without the header. */
    rows: number;
    /** Of the bytes, in hexadecimal. */
    sha256: string;
}

/** A result is larger than one report may be. */
export class ResultTooLarge extends Error {
    override readonly name = "ResultTooLarge";
}

/** What fits into the function's memory with room to spare, and into a spreadsheet hardly. */
export const MOST_BYTES = 64 * 1024 * 1024;

const NUMBER = /^-?\d+(\.\d+)?$/;
/** What spreadsheets take for the beginning of a formula, in half and full width, also after blanks. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Rows as a file by RFC 4180, in UTF-8 without a mark: a header, then one line each, in the order given. */
export async function csvOf(
    columns: readonly string[],
    pages: AsyncIterable<readonly (readonly (string | null)[])[]>,
    mostBytes: number = MOST_BYTES,
): Promise<CsvFile> {
    const parts: Buffer[] = [];
    let [size, rows] = [0, 0];
    const add = (text: string): void => {
        const part = Buffer.from(text, "utf8");
        size += part.length;
        if (size > mostBytes) throw new ResultTooLarge(`it has more than ${mostBytes} bytes: ask for fewer days`);
        parts.push(part);
    };
    add(lineOf(columns));
    for await (const page of pages) {
        add(page.map(lineOf).join(""));
        rows += page.length;
    }
    const bytes = Buffer.concat(parts);
    return { bytes, rows, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function lineOf(cells: readonly (string | null)[]): string {
    return `${cells.map(cellOf).join(",")}\r\n`;
}

/**
 * A text that a spreadsheet would run gets an apostrophe, which it shows as nothing, and one that holds a card number is
 * masked: a regulator waits for the report. A number is neither.
 */
function cellOf(value: string | null): string {
    if (value === null) return "";
    if (NUMBER.test(value)) return value;
    const masked = maskedWhereRefused(value);
    const harmless = FORMULA.test(masked) ? `'${masked}` : masked;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
