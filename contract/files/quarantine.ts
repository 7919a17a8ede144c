import { createHash } from "node:crypto";
import type { Reason } from "../reasons.ts";

/** One refused row, message or file. A retry may write it twice: readers count distinct `origin`. */
export interface QuarantineLine {
    origin: string;
    source: string;
    reason: Reason;
    /** One sentence for people, without card numbers. */
    detail: string;
    /** The wrong field, when one is to blame. */
    field?: string;
    /** What arrived, with card numbers masked and cut to a bounded length. */
    content: string;
    /** When it was refused. */
    at: string;
}

/**
 * A part of a file's refused rows, named by the first row in it; the version keeps two deliveries of a name apart. Words
 * stand between key, version and row, so that their digits are never read as one number.
 */
export function rowsKey(landingKey: string, version: string, firstRow: number): string {
    return `rows/${landingKey}/version-${version}/row-${String(firstRow).padStart(10, "0")}.ndjson`;
}

/** The line of a file that was refused as a whole or could not be read to its end. */
export function fileLineKey(landingKey: string, version: string): string {
    return `rows/${landingKey}/version-${version}/file.json`;
}

/** A part of the masked copy of such a file, from 1 on. */
export function fileCopyKey(landingKey: string, version: string, part: number): string {
    return `files/${landingKey}/version-${version}/part-${String(part).padStart(5, "0")}.gz`;
}

/** A refused message; the hash keeps any origin within what a key may hold. */
export function messageKey(origin: string): string {
    return `rows/${createHash("sha256").update(origin).digest("hex")}.json`;
}
