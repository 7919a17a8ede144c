import { gzipSync } from "node:zlib";
import { fileCopyKey } from "../../../contract/files/quarantine.ts";
import { cardStretches } from "../../../contract/values/card-number.ts";
import type { ObjectWriter } from "../../adapters/objects.ts";
import type { Job } from "../job.ts";
import type { Limits } from "../limits.ts";
import type { Bytes } from "../text/byte-stream.ts";
import { asAnyText } from "../text/encoding.ts";
import { FileFault } from "../text/file-fault.ts";
import { unzipped } from "../text/gunzip.ts";
import { LOOKAHEAD, type Mask } from "./masking.ts";

/** Characters of one part of the copy; with its masked and packed forms it stays far below the memory limit. */
const PART_LENGTH = 4 * 1024 * 1024;
/** Characters that are masked at once: the search remembers each digit. */
const PIECE_LENGTH = 128 * 1024;
/** Digits and what may stand between them at an end: what follows may complete a mistyped number. */
const OPEN_NUMBER = /\p{Nd}[\p{Nd}\s\-._/\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u;
/** Characters at an end of which those may be. */
const OPEN_LENGTH = 256;

export interface CopyTools {
    writer: ObjectWriter;
    mask: Mask;
    limits: Limits;
    /** Whether the copy must end here, for want of time. */
    enough: () => boolean;
}

/**
 * Keeps a faulty file for people to look at: unpacked, masked, in parts of gzip. The copy ends
 * where the bytes are no text, since what cannot be read cannot be masked, and at its length limit.
 */
export async function keepMaskedCopy(
    job: Job,
    bytes: Bytes,
    { writer, mask, limits, enough }: CopyTools,
): Promise<void> {
    let part = "";
    let number = 0;
    const write = async (): Promise<void> => {
        number++;
        await writer.write(fileCopyKey(job.key, job.version, number), gzipSync(part), "application/gzip");
        part = "";
    };
    for await (const piece of masked(anyText(unzipped(bytes, limits), limits.copyLength, enough), mask)) {
        part += piece;
        if (part.length >= PART_LENGTH) await write();
    }
    if (part !== "") await write();
}

/** The characters of the file until they end, cannot be read, are too many, or the time is up. */
async function* anyText(bytes: Bytes, maxLength: number, enough: () => boolean): AsyncGenerator<string> {
    let length = 0;
    try {
        for await (const text of asAnyText(bytes)) {
            yield text;
            length += text.length;
            if (length >= maxLength || enough()) return;
        }
    } catch (error) {
        if (!(error instanceof FileFault)) throw error;
    }
}

/** The text masked piece by piece: no piece ends within a number, since each is looked at together with what follows. */
async function* masked(texts: AsyncIterable<string>, mask: Mask): AsyncGenerator<string> {
    let held = "";
    const piece = (): string => {
        const end = endBeforeNumber(held.slice(0, PIECE_LENGTH + LOOKAHEAD), PIECE_LENGTH);
        const text = held.slice(0, end);
        held = held.slice(end);
        return mask(text);
    };
    for await (const text of texts) {
        held += text;
        while (held.length >= PIECE_LENGTH + LOOKAHEAD) yield piece();
    }
    while (held.length > PIECE_LENGTH) yield piece();
    yield mask(held);
}

/** The last place up to `most` where neither a card number nor a row of digits that may be a mistyped one is cut. */
function endBeforeNumber(text: string, most: number): number {
    const stretches = cardStretches(text);
    let end = most;
    for (let before = 0; before !== end && end > most / 2; ) {
        before = end;
        const cut = stretches.find((stretch) => stretch.start < end && end < stretch.end);
        if (cut !== undefined) end = cut.start;
        end -= OPEN_NUMBER.exec(text.slice(end - OPEN_LENGTH, end))?.[0].length ?? 0;
    }
    // Nothing but digits: they are cut somewhere, and lose their middle on both sides of it.
    return end > most / 2 ? end : most;
}
