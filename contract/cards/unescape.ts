import { type Coded, codedParts, mayHoldCodes } from "./character-codes.ts";
import { escapeAt, HAS_ESCAPES, type Markup, markupsOf } from "./escapes.ts";

/** A text as it reads, and where in the written one each of its characters begins and ends. */
export interface ReadText {
    text: string;
    start(at: number): number;
    /** Of the character before `at`. */
    end(at: number): number;
}

/** Escapes within escapes: a key of a file in a notification in a message. */
const LEVELS = 4;

/** The text as it is written, as it reads when its escapes are, one level after another, and when codes are characters. */
export function readingsOf(text: string): ReadText[] {
    const written: ReadText = { text, start: (at) => at, end: (at) => at };
    const readings = [written, ...markupsOf(text).flatMap((markup) => levelsOf(written, markup))];
    return [...readings, ...readings.flatMap(decoded)];
}

function decoded(written: ReadText): ReadText[] {
    if (!mayHoldCodes(written.text)) return [];
    const parts = codedParts(written.text);
    return parts.size === 0 ? [] : [rewritten(written, (at) => parts.get(at)) ?? written];
}

function levelsOf(written: ReadText, markup: Markup): ReadText[] {
    const levels: ReadText[] = [];
    for (let last: ReadText | undefined = written; levels.length < LEVELS; ) {
        last = unescaped(last, markup);
        if (last === undefined) break;
        levels.push(last);
    }
    return levels;
}

function unescaped(written: ReadText, markup: Markup): ReadText | undefined {
    const { text } = written;
    if (!HAS_ESCAPES.test(text)) return undefined;
    return rewritten(written, (at) => {
        const escaped = escapeAt(text, at, markup);
        return escaped && { text: String.fromCodePoint(escaped.codePoint), length: escaped.length };
    });
}

/** The text with other characters in the place of some parts of it; undefined where there are none. */
function rewritten(written: ReadText, partAt: (at: number) => Coded | undefined): ReadText | undefined {
    const { text } = written;
    const starts = new Uint32Array(text.length);
    const ends = new Uint32Array(text.length);
    let read = "";
    let length = 0;
    let copied = 0;
    const put = (part: string, from: number, to: number | undefined): void => {
        for (let index = 0; index < part.length; index++, length++) {
            starts[length] = written.start(to === undefined ? from + index : from);
            ends[length] = written.end(to ?? from + index + 1);
        }
        read += part;
    };
    for (let at = 0; at < text.length; ) {
        const part = partAt(at);
        if (part === undefined) {
            at++;
            continue;
        }
        put(text.slice(copied, at), copied, undefined);
        put(part.text, at, at + part.length);
        at += part.length;
        copied = at;
    }
    if (copied === 0) return undefined;
    put(text.slice(copied), copied, undefined);
    return { text: read, start: (at) => starts[at] ?? 0, end: (at) => ends[at - 1] ?? 0 };
}
