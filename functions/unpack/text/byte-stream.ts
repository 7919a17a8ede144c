import type { Hash } from "node:crypto";

export type Bytes = AsyncIterable<Uint8Array>;

export function buffer(chunk: Uint8Array): Buffer {
    return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** The same bytes, seen by a hash in passing. */
export async function* hashed(bytes: Bytes, hash: Hash): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
        hash.update(chunk);
        yield buffer(chunk);
    }
}

/** The same bytes in pieces of one size, however the network cut them, so that a retry meets the same pieces. */
export async function* sliced(bytes: Bytes, size: number): AsyncGenerator<Buffer> {
    let held: Buffer[] = [];
    let length = 0;
    for await (const chunk of bytes) {
        let rest = buffer(chunk);
        while (length + rest.length >= size) {
            yield Buffer.concat([...held, rest.subarray(0, size - length)]);
            rest = rest.subarray(size - length);
            held = [];
            length = 0;
        }
        held.push(rest);
        length += rest.length;
    }
    if (length > 0) yield Buffer.concat(held);
}

/**
 * The first bytes (fewer when the stream is shorter), and the stream as if nothing had been read: an error met on the
 * way comes after the bytes before it.
 */
export async function peeked(bytes: Bytes, size: number): Promise<{ head: Buffer; bytes: AsyncGenerator<Buffer> }> {
    const iterator = bytes[Symbol.asyncIterator]();
    const chunks: Buffer[] = [];
    let length = 0;
    let failure: { error: unknown } | null = null;
    try {
        while (length < size) {
            const next = await iterator.next();
            if (next.done === true) break;
            chunks.push(buffer(next.value));
            length += next.value.length;
        }
    } catch (error) {
        failure = { error };
    }
    const head = Buffer.concat(chunks);
    return { head: head.subarray(0, size), bytes: resumed(head, iterator, failure) };
}

async function* resumed(
    head: Buffer,
    iterator: AsyncIterator<Uint8Array>,
    failure: { error: unknown } | null,
): AsyncGenerator<Buffer> {
    try {
        if (head.length > 0) yield head;
        if (failure !== null) throw failure.error;
        for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
            yield buffer(next.value);
        }
    } finally {
        await iterator.return?.();
    }
}

/** The same bytes for a reader that may stop early without closing them, so that another can read the rest. */
export function keptOpen(bytes: AsyncIterator<Uint8Array>): Bytes {
    return { [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }) };
}

export async function drained(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const _ of bytes);
}
