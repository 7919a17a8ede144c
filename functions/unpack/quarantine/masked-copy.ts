import { gzipSync } from "node:zlib";
import { fileCopyKey } from "../../../contract/files/quarantine.ts";
import type { ObjectWriter } from "../../adapters/objects.ts";
import type { Job } from "../job.ts";
import type { Limits } from "../limits.ts";
import type { Bytes } from "../text/byte-stream.ts";
import { asAnyText } from "../text/encoding.ts";
import { FileFault } from "../text/file-fault.ts";
import { unzipped } from "../text/gunzip.ts";
import type { Mask } from "./masking.ts";

/** Characters of one part of the copy; with its masked and packed forms it stays far below the memory limit. */
const PART_LENGTH = 4 * 1024 * 1024;
/** Digits and what may stand between them at the end of a part: the next part may complete a number. */
const OPEN_NUMBER = /\p{Nd}[\p{Nd}\s\-._/\u00ad\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{0,255}$/u;

export interface CopyTools {
    writer: ObjectWriter;
    mask: Mask;
    limits: Limits;
    /** Whether the copy must end here, for want of time. */
    enough: () => boolean;
}

/**
 * Keeps a faulty file for people to look at: unpacked, masked, in gzip parts `<copy key>/00001.gz` and on. The copy ends
 * where the bytes are no text, since what cannot be read cannot be masked, and at its length limit.
 */
export async function keepMaskedCopy(
    job: Job,
    bytes: Bytes,
    { writer, mask, limits, enough }: CopyTools,
): Promise<void> {
    let part = "";
    let number = 0;
    let length = 0;
    const write = async (text: string): Promise<void> => {
        number++;
        const key = `${fileCopyKey(job.key, job.version)}/${String(number).padStart(5, "0")}.gz`;
        await writer.write(key, gzipSync(mask(text)), "application/gzip");
    };
    try {
        for await (const text of asAnyText(unzipped(bytes, limits))) {
            part += text;
            length += text.length;
            if (part.length >= PART_LENGTH) {
                const open = OPEN_NUMBER.exec(part.slice(-512))?.[0].length ?? 0;
                await write(part.slice(0, part.length - open));
                part = part.slice(part.length - open);
            }
            if (length >= limits.copyLength || enough()) break;
        }
    } catch (error) {
        if (!(error instanceof FileFault)) throw error;
    }
    if (part !== "") await write(part);
}
