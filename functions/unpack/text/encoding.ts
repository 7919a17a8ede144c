import { TextDecoder } from "node:util";
import { type Bytes, peeked } from "./byte-stream.ts";
import { LEAST_OTHERWISE, refuseOtherwise } from "./changed-encoding.ts";
import { FileFault } from "./file-fault.ts";
import { MARK, packing } from "./packings.ts";
import { separated, separatorOf } from "./separators.ts";

const SNIFFED_BYTES = 4096;
/** Part of the bytes that may be zeros in a text with one byte for a character. */
const STRAY = 0.01;
/** A header may be as long. */
const FIRST_LINE_BYTES = 64 * 1024;
const DECLARED = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;

interface Sniffed {
    encoding: string;
    /** Bytes of the byte order mark. */
    mark: number;
}

/**
 * The bytes as UTF-8 without a byte order mark. UTF-16, marked or not, is turned into it; everything else passes as it is,
 * since lines are decoded one by one: as UTF-8 where they are, else as Latin-1. `first` finds a `separator` of rows that is
 * no line end in the first line of the format's files.
 */
export async function* asUtf8(source: Bytes, first: RegExp): AsyncGenerator<Buffer> {
    const { head, bytes } = await peeked(inUtf8(source), FIRST_LINE_BYTES);
    const separator = separatorOf(head, first);
    yield* separator === undefined ? bytes : separated(bytes, separator);
}

async function* inUtf8(source: Bytes): AsyncGenerator<Buffer> {
    const { head, bytes } = await peeked(source, SNIFFED_BYTES);
    const { encoding, mark } = await sniffed(head, bytes);
    if (encoding === "utf-8") {
        yield* skipped(bytes, mark);
        return;
    }
    for await (const text of decoded(bytes, encoding)) yield Buffer.from(text);
}

/**
 * The characters of an XML file. A byte order mark and the pattern of UTF-16 tell what the bytes really are and win over
 * the declaration; a declared single-byte encoding is believed; the rest is UTF-8, in which a wrong byte spoils only the
 * value it stands in.
 */
export async function* asXmlText(source: Bytes): AsyncGenerator<string> {
    const { head, bytes } = await peeked(source, SNIFFED_BYTES);
    const { encoding } = await sniffed(head, bytes);
    // Behind a mark, or in UTF-16, none is found.
    const declared = DECLARED.exec(head.toString("latin1"))?.[1];
    yield* decoded(bytes, declared === undefined ? encoding : singleByte(declared));
}

/** Characters for people to look at: declarations are not believed, bytes that are no text end it. */
export async function* asAnyText(source: Bytes): AsyncGenerator<string> {
    const { head, bytes } = await peeked(source, SNIFFED_BYTES);
    yield* decoded(bytes, (await sniffed(head, bytes)).encoding);
}

function singleByte(declared: string): string {
    const name = declared.toLowerCase();
    // The bytes are known not to be UTF-16 or UTF-32 when a declaration could be read.
    if (/^(?:utf-?(?:8|16|32)|ucs-?[24]|iso-10646)/.test(name)) return "utf-8";
    return name;
}

async function* decoded(bytes: Bytes, encoding: string): AsyncGenerator<string> {
    const decoder = decoderOf(encoding);
    const wide = encoding.startsWith("utf-16");
    let before = "";
    for await (const chunk of bytes) {
        const text = decoder.decode(chunk, { stream: true });
        if (wide) {
            refuseOtherwise(before + text);
            before = (before + text).slice(-LEAST_OTHERWISE);
        }
        yield text;
    }
    yield decoder.decode();
}

function decoderOf(encoding: string): TextDecoder {
    try {
        return new TextDecoder(encoding);
    } catch (cause) {
        throw new FileFault("unreadable-file", `the declared encoding "${encoding}" is unknown`, { cause });
    }
}

async function* skipped(bytes: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
    let left = count;
    for await (const chunk of bytes) {
        // `peeked` gives the mark in one piece.
        yield chunk.subarray(left);
        left = 0;
    }
}

async function sniffed(head: Buffer, bytes: AsyncIterator<Buffer>): Promise<Sniffed> {
    if (head.length > 0) return sniff(head);
    // What kept the first byte from coming says more than its absence.
    await bytes.next();
    throw new FileFault("empty-file", "the file has no bytes");
}

function sniff(head: Buffer): Sniffed {
    const packed = packing(head);
    if (packed === "gzip") throw new FileFault("unreadable-file", "the file is packed twice");
    if (packed !== undefined) throw new FileFault("unreadable-file", `the file is a ${packed} archive; gzip is read`);
    if (head.length >= 4 && (head.readUInt32BE() === 0xfffe0000 || head.readUInt32BE() === 0x0000feff)) {
        throw new FileFault("unreadable-file", "the file is UTF-32; UTF-8, UTF-16 and Latin-1 are read");
    }
    if (head.subarray(0, 3).equals(MARK)) return { encoding: "utf-8", mark: 3 };
    if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", mark: 2 };
    if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", mark: 2 };
    const even = count(head, (byte, index) => byte === 0 && index % 2 === 0);
    const odd = count(head, (byte, index) => byte === 0 && index % 2 === 1);
    const ascii = count(
        head,
        (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d,
    );
    // Codes, numbers and markup are ASCII in any language; EBCDIC and packed data have next to none. A zero that slipped in
    // spoils its own row only, as it would further down.
    if (even + odd <= head.length * STRAY && ascii >= head.length / 4) return { encoding: "utf-8", mark: 0 };
    // Western text in UTF-16 has a zero in nearly each pair of bytes, always on the same side; one byte is no pair.
    if (head.length === 1) throw new FileFault("unreadable-file", "the file holds binary data");
    if (odd > head.length / 4 && even < odd / 16) return { encoding: "utf-16le", mark: 0 };
    if (even > head.length / 4 && odd < even / 16) return { encoding: "utf-16be", mark: 0 };
    throw new FileFault("unreadable-file", "the file holds binary data");
}

function count(head: Buffer, matches: (byte: number, index: number) => boolean): number {
    let matching = 0;
    for (const [index, byte] of head.entries()) if (matches(byte, index)) matching++;
    return matching;
}
