import { isUtf8 } from "node:buffer";

/**
 * What ends rows where neither line feed nor carriage return does: NEL of mainframes (in Latin-1 too), the separators of
 * Unicode and ASCII, vertical tab and form feed.
 */
const SEPARATORS = "\v\f\x1c\x1d\x1e\u0085\u2028\u2029";
export const SEPARATOR = new RegExp(`[${SEPARATORS}]`);
/** What may stand between two rows of one line. */
export const BETWEEN_ROWS = new RegExp(`[\\s${SEPARATORS}]`);
const LINE_FEED = Buffer.from("\n");

/** A character of several bytes in UTF-8, in a text with a character for each byte. */
const WIDE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/**
 * The separator of a file whose first line holds one, as bytes. Only the first line is asked, which the sender's program
 * wrote: what somebody typed into a field further down must not end a row. It is UTF-8 where all before it is, and one byte
 * where that is no part of a wider character, however short or long the line.
 */
export function separatorOf(head: Buffer, first: RegExp): Buffer | undefined {
    const end = head.findIndex((byte) => byte === 0x0a || byte === 0x0d);
    const line = end < 0 ? head : head.subarray(0, end);
    const found = (text: string): string | undefined => first.exec(text)?.groups?.separator;
    const wide = found(line.toString("utf8"));
    const inUtf8 = wide === undefined ? undefined : Buffer.from(wide, "utf8");
    if (inUtf8 !== undefined && isUtf8(line.subarray(0, line.indexOf(inUtf8)))) return inUtf8;
    const narrow = found(line.toString("latin1").replace(WIDE, "\ufffd"));
    return narrow === undefined ? inUtf8 : Buffer.from(narrow, "latin1");
}

/** The same bytes with line feeds in the separator's place. */
export async function* separated(bytes: AsyncIterable<Buffer>, separator: Buffer): AsyncGenerator<Buffer> {
    let carried = Buffer.alloc(0);
    for await (const chunk of bytes) {
        const data = Buffer.concat([carried, chunk]);
        const parts: Buffer[] = [];
        let at = 0;
        for (let found = data.indexOf(separator); found >= 0; found = data.indexOf(separator, at)) {
            parts.push(data.subarray(at, found), LINE_FEED);
            at = found + separator.length;
        }
        // The separator itself may be cut in two: what may be its beginning waits for the next chunk.
        const waiting = Math.min(separator.length - 1, data.length - at);
        parts.push(data.subarray(at, data.length - waiting));
        carried = data.subarray(data.length - waiting);
        yield Buffer.concat(parts);
    }
    yield carried;
}
