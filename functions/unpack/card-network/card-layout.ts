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

const KNOWN: ReadonlySet<string> = new Set([...REQUIRED_COLUMNS, "device_id"]);
/** A row may say "amount" or "currency" in some field; it says no three names of columns. */
const NAMES_OF_A_HEADER = 3;
/** In a row that is no header they have digits, unless they are empty or wrong; all of them are not wrong in so many words. */
const WORD = /^(?=.*\p{L}{2})\D*\d?\D*$/u;
const NUMBERED = ["card_number", "merchant_category_code", "amount", "transaction_time"] as const;

/**
 * The layout from here on if the fields are a header, as they are where files were put one behind another; null if they are
 * a row. A header without a column that is needed ends the file, since by the one before its rows would be misread.
 */
export function nextLayout(layout: CardLayout, fields: readonly string[], line: number): CardLayout | null {
    // Cheap for the millions of rows that are none: in their place for the amount they have one.
    const amount = fields[layout.columns.amount];
    if (amount !== undefined && /^ ?\d[\d.,]*$/.test(amount)) return null;
    const names = fields.map(columnName);
    const known = new Set(names.filter((name) => KNOWN.has(name)));
    if (known.size < NAMES_OF_A_HEADER) {
        if (isOfOtherNames(layout, fields)) throw otherHeader(line, "none of its names is known");
        return null;
    }
    if (names.join("\n") === layout.header) return layout;
    try {
        return cardLayout(layout.delimiter, fields);
    } catch (error) {
        if (!(error instanceof FileFault)) throw error;
        throw otherHeader(line, error.message, error);
    }
}

function otherHeader(line: number, detail: string, cause?: FileFault): FileFault {
    return new FileFault("unreadable-file", `another header in line ${line}: ${detail}`, { cause });
}

/** Whether the fields are names of some other scheme's columns: words, each another one, where each row has its numbers. */
function isOfOtherNames({ columns, width }: CardLayout, fields: readonly string[]): boolean {
    if (fields.length < width) return false;
    const words = REQUIRED_COLUMNS.map((column) => (fields[columns[column]] ?? "").trim());
    const numbered = NUMBERED.map((column) => fields[columns[column]] ?? "");
    return new Set(words).size === words.length && numbered.every((word) => WORD.test(word));
}

function columnName(field: string): string {
    return field.replace(/[^\x21-\x7e]/g, "").toLowerCase();
}
