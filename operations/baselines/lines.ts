import { createHash } from "node:crypto";
import { sentence, statementsOf } from "./statements.ts";

/** Beyond this a text is not read in a review; its length and digest say whether it changed. */
const LONGEST_TEXT = 300;
/** Beyond this a structure is made from a source file, which is what is reviewed. */
const MOST_LINES = 60;

/** Up to this an item of a list is one line, so that a list of alarms' metrics stays a list. */
const LONGEST_ITEM = 240;

/** Marks what is no plain value: code, which is reviewed where it is written, and secrets. */
const SPECIAL = "4dabf18193072939515e22adb298388d";

export type Line = readonly [path: string, value: unknown];

/** The lines of one input: a path and a plain value each, so that each decision can change by itself. */
export function linesOf(path: string, value: unknown): Line[] {
    const lines = flat(path, value);
    return lines.length > MOST_LINES ? [[path, digest(JSON.stringify(value))]] : lines;
}

function flat(path: string, value: unknown): Line[] {
    if (value === undefined || value === null) return [];
    if (typeof value === "string") return text(path, value);
    if (!(value instanceof Object)) return [[path, value]];
    if (SPECIAL in value) return [[path, "path" in value || "hash" in value ? "<code>" : "<secret>"]];
    const statements = statementsOf(value);
    if (statements) return [[path, statements.map(sentence)]];
    if (Array.isArray(value)) {
        if (value.every((item) => !(item instanceof Object))) return [[path, value]];
        return value.flatMap((item, index) => flat(`${path}[${index}]`, item));
    }
    if (/\]$/.test(path) && JSON.stringify(value).length <= LONGEST_ITEM) return [[path, value]];
    return Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([key, item]) => flat(path === "" ? key : `${path}.${key}`, item));
}

/** A budget begins in the month in which it is made; what is said of it must not change with the calendar. */
const firstOfThisMonth = `${new Date().toISOString().slice(0, 7)}-01T00:00:00Z`;

function text(path: string, value: string): Line[] {
    if (value === firstOfThisMonth) return [[path, "<first of the month of the first update>"]];
    const inside = /^[[{]/.test(value) ? fromJson(value) : undefined;
    if (inside instanceof Object) return linesOf(path, inside);
    return [[path, value.length > LONGEST_TEXT ? digest(value) : value]];
}

function fromJson(value: string): unknown {
    try {
        return JSON.parse(value);
    } catch {
        return undefined;
    }
}

function digest(value: string): string {
    return `<${value.length} characters, sha256 ${createHash("sha256").update(value).digest("hex").slice(0, 12)}>`;
}
