import type { FileSource } from "../../../../contract/files/landing.ts";
import { LIMITS } from "../../../../functions/unpack/limits.ts";
import { readerOf } from "../../../../functions/unpack/reader.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { unzipped } from "../../../../functions/unpack/text/gunzip.ts";
import { tokenOf } from "../../unpack/support/readers.ts";

export interface Found {
    told: string[];
    fault: string;
    /** Bytes beyond what was held before. */
    held: number;
}

/** Reads a file that need not fit into memory: what is told of each row, and how much was held at once. */
export async function reading(source: FileSource, bytes: AsyncIterable<Uint8Array>): Promise<Found> {
    const found: Found = { told: [], fault: "", held: 0 };
    let least = Number.POSITIVE_INFINITY;
    const watch = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of bytes) {
            const { arrayBuffers, heapUsed } = process.memoryUsage();
            // What earlier tests left may be collected at any time.
            least = Math.min(least, arrayBuffers + heapUsed);
            found.held = Math.max(found.held, arrayBuffers + heapUsed - least);
            yield chunk;
        }
    };
    try {
        for await (const rows of readerOf(source, unzipped(watch(), LIMITS), LIMITS).rows()) {
            for (const row of rows) {
                const outcome = row.interpret(tokenOf);
                found.told.push(`${row.place} ${outcome.ok ? "ok" : outcome.reason}`);
            }
        }
    } catch (error) {
        if (!(error instanceof FileFault)) throw error;
        found.fault = error.reason;
    }
    return found;
}
