import { isUtf8 } from "node:buffer";

const LINE_FEED = 0x0a;
const KEPT_BYTES = 8 * 1024;

/** A line over the limit: only its beginning was kept. */
export class LongLine {
    readonly head: string;

    constructor(head: string) {
        this.head = head;
    }
}

export type Line = string | LongLine;

/**
 * The lines of a file, some at a time, in constant memory. Each is decoded by itself, as UTF-8 or else Latin-1, so that
 * one name in another encoding does not spoil the file. The last line needs no line end; a carriage return is dropped.
 */
export async function* lines(bytes: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line[]> {
    let held: Buffer[] = [];
    let length = 0;
    let skipping = false;
    for await (const chunk of bytes) {
        let rest = chunk;
        const ready: Line[] = [];
        if (length > 0 || skipping) {
            const end = rest.indexOf(LINE_FEED);
            const part = end < 0 ? rest : rest.subarray(0, end);
            if (!skipping) {
                held.push(part);
                length += part.length;
                skipping = length > maxBytes + 1;
                if (skipping) held = [Buffer.concat(held).subarray(0, KEPT_BYTES)];
            }
            if (end < 0) continue;
            ready.push(skipping ? longLine(Buffer.concat(held)) : line(Buffer.concat(held), maxBytes));
            held = [];
            length = 0;
            skipping = false;
            rest = rest.subarray(end + 1);
        }
        const last = rest.lastIndexOf(LINE_FEED);
        if (last >= 0) decode(rest.subarray(0, last), maxBytes, ready);
        if (last + 1 < rest.length) {
            held = [Buffer.from(rest.subarray(last + 1))];
            length = rest.length - last - 1;
        }
        if (ready.length > 0) yield ready;
    }
    if (skipping) yield [longLine(Buffer.concat(held))];
    else if (length > 0) yield [line(Buffer.concat(held), maxBytes)];
}

function decode(block: Buffer, maxBytes: number, ready: Line[]): void {
    // A block within the limit holds no line over it, and decoding it whole is several times as fast.
    if (block.length <= maxBytes && isUtf8(block)) {
        for (const text of block.toString("utf8").split("\n")) ready.push(withoutReturn(text));
        return;
    }
    for (let start = 0; start <= block.length; ) {
        const found = block.indexOf(LINE_FEED, start);
        const end = found < 0 ? block.length : found;
        ready.push(line(block.subarray(start, end), maxBytes));
        start = end + 1;
    }
}

function line(bytes: Buffer, maxBytes: number): Line {
    const end = bytes[bytes.length - 1] === 0x0d ? bytes.length - 1 : bytes.length;
    if (end > maxBytes) return longLine(bytes);
    return bytes.toString(isUtf8(bytes) ? "utf8" : "latin1", 0, end);
}

function longLine(bytes: Buffer): LongLine {
    return new LongLine(bytes.toString("latin1", 0, KEPT_BYTES));
}

function withoutReturn(text: string): string {
    return text.endsWith("\r") ? text.slice(0, -1) : text;
}
