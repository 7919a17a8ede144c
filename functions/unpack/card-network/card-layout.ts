import { FileFault } from "../text/file-fault.ts";

export const REQUIRED_COLUMNS = [
    "transaction_id",
    "card_number",
    "account_id",
    "merchant_id",
    "merchant_category_code",
    "merchant_country",
    "amount",
    "currency",
    "transaction_time",
] as const;
export type Column = (typeof REQUIRED_COLUMNS)[number] | "device_id";

export interface CardLayout {
    delimiter: string;
    columns: Readonly<Record<Column, number>>;
    /** Of the header: a row may be longer only by empty fields. */
    width: number;
    /** Names in the header's order, to recognise the header when it comes again. */
    header: string;
}

/** The delimiter that the header uses most. */
export function delimiterOf(header: string): string {
    const counts = [",", ";", "\t", "|"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
    counts.sort((a, b) => b.count - a.count);
    return counts[0]?.delimiter ?? ",";
}

/** Where each column stands; columns may come in any order and among others. */
export function cardLayout(delimiter: string, fields: readonly string[]): CardLayout {
    const names = fields.map(columnName);
    for (const column of REQUIRED_COLUMNS) {
        if (!names.includes(column)) throw new FileFault("unreadable-file", `the column "${column}" is missing`);
    }
    const known: readonly string[] = [...REQUIRED_COLUMNS, "device_id"];
    const twice = known.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
    if (twice !== undefined) throw new FileFault("unreadable-file", `the column "${twice}" stands twice`);
    const columns = Object.fromEntries(known.map((column) => [column, names.indexOf(column)]));
    return { delimiter, columns: columns as Record<Column, number>, width: names.length, header: names.join("\n") };
}

export function isHeader(layout: CardLayout, fields: readonly string[]): boolean {
    // Cheap for the millions of rows that are none.
    const first = fields[layout.columns.transaction_id];
    if (first === undefined || columnName(first) !== "transaction_id") return false;
    return fields.map(columnName).join("\n") === layout.header;
}

function columnName(field: string): string {
    return field.replace(/[^\x21-\x7e]/g, "").toLowerCase();
}
