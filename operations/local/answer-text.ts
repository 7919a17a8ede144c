import type { Answer } from "../../local/services/run-query.ts";
import { table } from "./table.ts";

export const FORMATS = ["table", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** Half a screen of names beside their values. */
const MOST_NAME = 24;

/**
 * What a query found. `width`: columns of the terminal; a table that has no room there is written row by row. CSV and JSON
 * hold texts, as Athena gives them, and nothing for NULL.
 */
export function answerText({ columns, rows }: Pick<Answer, "columns" | "rows">, format: Format, width: number): string {
    if (format === "csv") return [columns, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
    if (format === "json") {
        const objects = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
        return `${JSON.stringify(objects, null, 2)}\n`;
    }
    const text = table(columns, rows);
    const fits = text.split("\n").every((line) => line.length <= width);
    const count = `${rows.length} row${rows.length === 1 ? "" : "s"}\n`;
    return `${fits ? text : rowByRow(columns, rows, width)}\n${count}`;
}

function rowByRow(columns: readonly string[], rows: Answer["rows"], width: number): string {
    const names = Math.min(MOST_NAME, Math.max(...columns.map(({ length }) => length)));
    const room = Math.max(16, width - names - 2);
    const block = (row: Answer["rows"][number]) =>
        columns
            .flatMap((column, at) => {
                const [first = "", ...more] = pieces(row[at] ?? "", room);
                return [
                    `${column.padEnd(names)}  ${first}`.trimEnd(),
                    ...more.map((one) => " ".repeat(names + 2) + one),
                ];
            })
            .join("\n");
    return `${rows.map((row, at) => `row ${at + 1}\n${block(row)}`).join("\n\n")}\n`;
}

/** Broken between words where there are any, or a long id in its middle. */
function pieces(text: string, room: number): string[] {
    const found: string[] = [];
    for (let rest = text; rest !== ""; ) {
        const space = rest.length > room ? rest.lastIndexOf(" ", room) : -1;
        const end = rest.length <= room ? rest.length : space > 0 ? space : room;
        found.push(rest.slice(0, end));
        rest = rest.slice(end).trimStart();
    }
    return found;
}

/** RFC 4180. A cell that a spreadsheet would take for a formula is a text there by an apostrophe. */
function csvCell(value: string | null | undefined): string {
    if (value === null || value === undefined) return "";
    const plain = /^[=+@\t\r]|^-(?![\d.]+$)/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
