import { type Conventions, NO_CONVENTIONS } from "../../../../functions/unpack/conventions.ts";
import { LIMITS, type Limits } from "../../../../functions/unpack/limits.ts";
import { readerOf } from "../../../../functions/unpack/reader.ts";
import { cardTokens } from "../../../../functions/unpack/rows/card-tokens.ts";
import type { Finding, Outcome } from "../../../../functions/unpack/rows/row.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";

export const tokenOf = cardTokens(Buffer.from("a key of the tests"), "v1");

export interface Read {
    outcomes: Outcome[];
    /** What each row left to keep. */
    contents: string[];
    places: string[];
    findings: readonly Finding[];
    fault: { reason: string; detail: string } | null;
}

/** Reads a file to its end or its fault. */
export async function read(
    source: "card-network" | "core-banking" | "iso20022",
    file: string | Uint8Array,
    {
        chunk = 50,
        limits = {},
        conventions = NO_CONVENTIONS,
    }: { chunk?: number; limits?: Partial<Limits>; conventions?: Conventions } = {},
): Promise<Read> {
    const bytes = typeof file === "string" ? Buffer.from(file) : file;
    const reader = readerOf(source, inChunks(bytes, chunk), { ...LIMITS, ...limits }, conventions);
    const read: Read = { outcomes: [], contents: [], places: [], findings: [], fault: null };
    try {
        for await (const rows of reader.rows()) {
            for (const row of rows) {
                read.outcomes.push(row.interpret(tokenOf));
                read.contents.push(row.content());
                read.places.push(row.place);
            }
        }
    } catch (error) {
        if (!(error instanceof FileFault)) throw error;
        read.fault = { reason: error.reason, detail: error.message };
    }
    return { ...read, findings: reader.findings() };
}

/** "ok", or the reason of each row. */
export function verdicts({ outcomes }: Read): string[] {
    return outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.reason));
}

export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

export async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
}
