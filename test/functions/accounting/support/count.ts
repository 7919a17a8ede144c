import { gunzipSync, inflateRawSync } from "node:zlib";

/**
 * How many transactions a file holds, counted without anything of the readers: characters instead of lines, the whole text
 * at once instead of a stream. `most` is greater where what the file says is open.
 */
export interface Counted {
    least: number;
    most: number;
}

const exactly = (count: number): Counted => ({ least: count, most: count });

/** The text of a file, or what can still be unpacked of it. */
export function textOf(bytes: Buffer): string {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpackedPart(bytes) : bytes;
    const zeros = [0, 1].map(
        (side) => plain.subarray(0, 400).filter((byte, at) => at % 2 === side && byte === 0).length,
    );
    const [even = 0, odd = 0] = zeros;
    if (plain[0] === 0xff && plain[1] === 0xfe) return plain.subarray(2).toString("utf16le");
    if (odd > 100 && even === 0) return plain.toString("utf16le");
    const swapped = Buffer.from(plain.subarray(0, plain.length & ~1)).swap16();
    if (plain[0] === 0xfe && plain[1] === 0xff) return swapped.subarray(2).toString("utf16le");
    if (even > 100 && odd === 0) return swapped.toString("utf16le");
    return plain.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
}

function unpackedPart(bytes: Buffer): Buffer {
    try {
        return gunzipSync(bytes);
    } catch (error) {
        // The content is whole and another one than its checksum says: it lies behind a header of ten bytes.
        if ((error as Error).message === "incorrect data check") return inflateRawSync(bytes.subarray(10));
        return gunzipSync(bytes, { finishFlush: 2 });
    }
}

/** Records by RFC 4180, read character by character; where its quotes are wrong, up to each line may be one. */
function inCsv(given: string): Counted {
    // Mainframes end rows by NEL, which has a byte before it in UTF-8.
    const text = /[\r\n]/.test(given) ? given : given.replace(/\u00c2?\u0085/g, "\n");
    const records: string[] = [""];
    let [quoted, wrong, closed] = [false, false, false];
    for (const character of text) {
        const record = records.at(-1) ?? "";
        if (character === '"') {
            // A quote that opens a cell, or closes it, or is doubled within it; any other one is a letter.
            if (quoted) [quoted, closed] = [false, true];
            else if (closed) [quoted, closed] = [true, false];
            else if (/(?:^|[,;\t|]) *$/.test(record)) quoted = true;
        } else if (!quoted && (character === "\n" || character === "\r")) {
            records.push("");
            closed = false;
            continue;
        } else if (closed && !/[,;\t| ]/.test(character)) wrong = true;
        else if (!quoted && character !== " ") closed = false;
        records[records.length - 1] = record + character;
    }
    const rows = (some: readonly string[]): number => some.filter(isRow).length;
    const least = rows(records);
    return quoted || wrong ? { least: 0, most: rows(text.split(/[\r\n]/)) } : exactly(least);
}

function isRow(text: string): boolean {
    const isHeader = /transaction_id/i.test(text) && /card_number/i.test(text);
    return /[^\s]/.test(text) && !isHeader && !/^sep=.$/i.test(text);
}

/** Objects by their outer braces, texts left aside; what stands between them is one thing to refuse for each line. */
function inNdjson(text: string): Counted {
    const outside = text
        .split(/[\r\n]+/)
        .map((line) => line.replace(/"(?:[^"\\]|\\.)*"/g, '""'))
        .filter((line) => /[^\s]/.test(line));
    const count = outside.reduce((sum, line) => {
        let rest = line;
        // From the innermost pair outwards, until only the outer ones are left.
        for (let before = ""; before !== rest; ) {
            before = rest;
            rest = rest.replace(/([{[][^{}[\]]*)[{[][^{}[\]]*[}\]]/g, "$1");
        }
        return sum + (/^(?:\s*\{[^{}]*\}\s*)+$/.test(rest) ? (rest.match(/\{/g) ?? []).length : 1);
    }, 0);
    return exactly(count);
}

/** Elements that are opened as transactions; comments, sections and what others may put into a message left aside. */
function inXml(text: string): Counted {
    const markup = text
        .replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, "")
        .replace(/<((?:[\w.-]+:)?SplmtryData)[\s>][\s\S]*?<\/\1>/g, "");
    return exactly(markup.split(/<(?:[\w.-]+:)?CdtTrfTxInf[\s>/]/).length - 1);
}

export const COUNTERS: Readonly<Record<string, (text: string) => Counted>> = {
    "card-network": inCsv,
    "core-banking": inNdjson,
    iso20022: inXml,
};
