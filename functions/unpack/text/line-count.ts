import { FileFault } from "./file-fault.ts";

/** 1 for bytes that make a line one that must be accounted for; blanks do not. */
const COUNTS = new Uint8Array(256).fill(1);
for (const byte of [0x09, 0x0b, 0x0c, 0x20]) COUNTS[byte] = 0;

/**
 * Counts the lines of a file that are not blank, byte by byte and by nothing else: what the reader made of the file must
 * come to the same number, or it has lost something.
 */
export class LineCount {
    private readonly maxBytes: number;
    private ended = 0;
    private open = 0;
    private length = 0;

    /** A longer line counts even if it is blank, since nobody looks through it. */
    constructor(maxBytes: number) {
        this.maxBytes = maxBytes;
    }

    /** The same bytes, counted in passing. */
    async *counted(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of bytes) {
            this.add(chunk);
            yield chunk;
        }
    }

    /** Throws when the lines that became rows or headers are not all there are. */
    check(accounted: number): void {
        const total = this.ended + this.current;
        if (accounted === total) return;
        const detail = `of ${total} lines that are not blank, ${accounted} became rows or headers`;
        throw new FileFault("unreadable-file", detail);
    }

    private get current(): number {
        return this.open === 1 || this.length > this.maxBytes ? 1 : 0;
    }

    private add(chunk: Buffer): void {
        const [feed, carriage] = [new Ends(chunk, 0x0a), new Ends(chunk, 0x0d)];
        for (let start = 0; ; ) {
            const end = Math.min(feed.from(start), carriage.from(start));
            // One byte that is no blank is enough to know.
            for (let at = start; this.open === 0 && at < end; at++) this.open = COUNTS[chunk[at] as number] as number;
            this.length += end - start;
            if (end === chunk.length) return;
            this.ended += this.current;
            this.open = 0;
            this.length = 0;
            start = end + 1;
        }
    }
}

/** Where a byte stands in a chunk, asked for from left to right. */
class Ends {
    private readonly chunk: Buffer;
    private readonly byte: number;
    private next = -1;

    constructor(chunk: Buffer, byte: number) {
        this.chunk = chunk;
        this.byte = byte;
    }

    /** The first one from there on; behind the last byte when there is none. */
    from(start: number): number {
        if (this.next < start) {
            const found = this.chunk.indexOf(this.byte, start);
            this.next = found < 0 ? this.chunk.length : found;
        }
        return this.next;
    }
}
