import { isUtf8 } from "node:buffer";

const [LINE_FEED, CARRIAGE_RETURN, QUOTE] = [0x0a, 0x0d, 0x22];
const MARK = "\ufeff";
/** Its bytes in a line that is otherwise Latin-1. */
const LATIN_MARK = "\u00ef\u00bb\u00bf";
const KEPT_BYTES = 8 * 1024;

/** A line over the limit: only its beginning was kept. */
export class LongLine {
    readonly head: string;
    /** Whether its quotes are odd: a quoted field then goes on behind it, or ends in it. */
    readonly opensQuote: boolean;

    constructor(head: string, quotes: number) {
        this.head = head;
        this.opensQuote = quotes % 2 === 1;
    }
}

export type Line = string | LongLine;

/**
 * The lines of a file, some at a time, in constant memory. Each ends as it ends, with a line feed, a carriage return or
 * both, whatever the others do; the last one needs no end. Each is decoded by itself, as UTF-8 or else Latin-1, so that one
 * name in another encoding does not spoil the file, and loses the byte order mark that a file put behind another has.
 */
export async function* lines(bytes: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line[]> {
    const open = new OpenLine(maxBytes);
    let afterReturn = false;
    for await (const chunk of bytes) {
        let rest = afterReturn && chunk[0] === LINE_FEED ? chunk.subarray(1) : chunk;
        if (chunk.length > 0) afterReturn = chunk[chunk.length - 1] === CARRIAGE_RETURN;
        const end = firstEnd(rest);
        open.add(end < 0 ? rest : rest.subarray(0, end));
        if (end < 0) continue;
        const ready: Line[] = [open.taken()];
        const wide = rest[end] === CARRIAGE_RETURN && rest[end + 1] === LINE_FEED;
        rest = rest.subarray(end + (wide ? 2 : 1));
        const behind = Math.max(rest.lastIndexOf(LINE_FEED), rest.lastIndexOf(CARRIAGE_RETURN)) + 1;
        decode(rest.subarray(0, behind), maxBytes, ready);
        open.add(rest.subarray(behind));
        yield ready;
    }
    if (open.length > 0) yield [open.taken()];
}

/** The beginning of a line whose end has not come yet; of one over the limit it keeps what people are shown. */
class OpenLine {
    length = 0;
    private pieces: Buffer[] = [];
    private quotes = 0;
    private readonly maxBytes: number;

    constructor(maxBytes: number) {
        this.maxBytes = maxBytes;
    }

    add(piece: Buffer): void {
        if (this.length < Math.max(this.maxBytes, KEPT_BYTES)) this.pieces.push(piece);
        this.length += piece.length;
        this.quotes += quotesIn(piece);
    }

    /** The line, which ends here. */
    taken(): Line {
        const bytes = Buffer.concat(this.pieces);
        const taken = this.length > this.maxBytes ? longLine(bytes, this.quotes) : decoded(bytes);
        this.pieces = [];
        this.length = 0;
        this.quotes = 0;
        return taken;
    }
}

/** Blanks and tabs alone are no row; every other character may be what is left of one. */
export function isBlank(text: string): boolean {
    return /^[\t\v\f ]*$/.test(text);
}

/** `block` ends with a line end, or is empty. */
function decode(block: Buffer, maxBytes: number, ready: Line[]): void {
    // A block within the limit holds no line over it, and decoding it whole is several times as fast.
    if (block.length <= maxBytes && isUtf8(block)) {
        const text = block.toString().replaceAll("\r\n", "\n").replaceAll("\r", "\n");
        const texts = text.split("\n");
        texts.pop();
        const marked = text.includes(MARK);
        for (const one of texts) ready.push(marked ? withoutMark(one) : one);
        return;
    }
    let [feed, carriage] = [-1, -1];
    for (let start = 0; start < block.length; ) {
        if (feed < start) feed = placeOf(block, LINE_FEED, start);
        if (carriage < start) carriage = placeOf(block, CARRIAGE_RETURN, start);
        const end = Math.min(feed, carriage);
        ready.push(line(block.subarray(start, end), maxBytes));
        start = end + (carriage + 1 === feed ? 2 : 1);
    }
}

/** Behind the last byte when there is none. */
function placeOf(block: Buffer, byte: number, from: number): number {
    const found = block.indexOf(byte, from);
    return found < 0 ? block.length : found;
}

function firstEnd(bytes: Buffer): number {
    const feed = bytes.indexOf(LINE_FEED);
    const carriage = (feed < 0 ? bytes : bytes.subarray(0, feed)).indexOf(CARRIAGE_RETURN);
    return carriage < 0 ? feed : carriage;
}

function line(bytes: Buffer, maxBytes: number): Line {
    return bytes.length > maxBytes ? longLine(bytes, quotesIn(bytes)) : decoded(bytes);
}

function decoded(bytes: Buffer): string {
    return isUtf8(bytes) ? withoutMark(bytes.toString()) : withoutMark(bytes.toString("latin1"), LATIN_MARK);
}

function longLine(bytes: Buffer, quotes: number): LongLine {
    return new LongLine(bytes.toString("latin1", 0, KEPT_BYTES), quotes);
}

function quotesIn(bytes: Buffer): number {
    let count = 0;
    for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) count++;
    return count;
}

/** A mark that is all there is stays: somebody has to look at it. */
function withoutMark(text: string, mark = MARK): string {
    return text.startsWith(mark) && !isBlank(text.slice(mark.length)) ? text.slice(mark.length) : text;
}
