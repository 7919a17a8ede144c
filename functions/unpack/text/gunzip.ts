import { once } from "node:events";
import { createGunzip, type Gunzip } from "node:zlib";
import type { Limits } from "../limits.ts";
import { type Bytes, peeked, sliced } from "./byte-stream.ts";
import { FileFault } from "./file-fault.ts";

/** One piece unpacks to 16 MiB at most (deflate's ratio ends at 1032), which bounds memory before the ratio is judged. */
const PIECE = 16 * 1024;

type BombLimits = Pick<Limits, "gzipRatio" | "bombFreeBytes" | "unpackedBytes">;

export function isGzip(head: Buffer): boolean {
    return head[0] === 0x1f && head[1] === 0x8b;
}

/** One of gzip's first two bytes is wrong and its method follows: read as text, nobody would look at its checksum. */
function isDamagedGzip(head: Buffer): boolean {
    return (head[0] === 0x1f) !== (head[1] === 0x8b) && head[2] === 0x08;
}

/** The bytes, unpacked when they begin as gzip does, whatever the file's name says. */
export async function* unzipped(packed: Bytes, limits: BombLimits): AsyncGenerator<Buffer> {
    const { head, bytes } = await peeked(packed, 3);
    if (isDamagedGzip(head))
        throw new FileFault("unreadable-file", "the gzip stream is damaged: its first bytes are wrong");
    const plain = isGzip(head) ? gunzipped(bytes, limits) : bytes;
    let length = 0;
    for await (const chunk of plain) {
        length += chunk.length;
        if (length > limits.unpackedBytes) {
            throw new FileFault("decompression-bomb", `the file is longer than ${limits.unpackedBytes} bytes`);
        }
        yield chunk;
    }
}

async function* gunzipped(packed: Bytes, limits: BombLimits): AsyncGenerator<Buffer> {
    const gunzip = createGunzip();
    const ready: Buffer[] = [];
    let failure: Error | undefined;
    gunzip.on("data", (chunk: Buffer) => ready.push(chunk));
    gunzip.on("error", (error) => {
        failure = error;
    });
    let bytesIn = 0;
    let bytesOut = 0;
    try {
        for await (const piece of sliced(packed, PIECE)) {
            await written(gunzip, piece);
            bytesIn += piece.length;
            for (const chunk of ready.splice(0)) {
                bytesOut += chunk.length;
                yield chunk;
            }
            if (failure !== undefined) throw asFault(failure);
            const unread = bytesIn - gunzip.bytesWritten;
            if (unread > 0 && holdsMore(piece.subarray(-unread))) {
                throw new FileFault("unreadable-file", "the gzip stream is followed by something else");
            }
            if (bytesOut > limits.bombFreeBytes && bytesOut > bytesIn * limits.gzipRatio) {
                const detail = `${bytesIn} packed bytes hold more than ${bytesOut}: over ${limits.gzipRatio} to one`;
                throw new FileFault("decompression-bomb", detail);
            }
        }
        await ended(gunzip);
        yield* ready.splice(0);
        if (failure !== undefined) throw asFault(failure);
    } finally {
        gunzip.destroy();
    }
}

/** A zero behind a member ends the stream, and zlib drops what follows: nothing, if it is the rest of a block. */
function holdsMore(rest: Buffer): boolean {
    return rest.some((byte) => byte !== 0);
}

/** Settles when the piece is used up or the stream failed; the failure itself is read from the error event. */
async function written(gunzip: Gunzip, piece: Buffer): Promise<void> {
    const closed = new AbortController();
    const consumed = new Promise<void>((resolve) => gunzip.write(piece, () => resolve()));
    await Promise.race([consumed, once(gunzip, "close", { signal: closed.signal }).catch(() => undefined)]);
    closed.abort();
}

async function ended(gunzip: Gunzip): Promise<void> {
    if (gunzip.destroyed) return;
    const closed = once(gunzip, "close").catch(() => undefined);
    gunzip.end();
    await closed;
}

function asFault(error: Error): FileFault {
    const truncated = "code" in error && error.code === "Z_BUF_ERROR";
    return truncated
        ? new FileFault("truncated-file", "the gzip stream ends too early", { cause: error })
        : new FileFault("unreadable-file", `the gzip stream is damaged: ${error.message}`, { cause: error });
}
