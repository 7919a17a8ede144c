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

/** The text as it is written, and as it reads when its escapes are, one level after another. */
export function readingsOf(text: string): ReadText[] {
    const written: ReadText = { text, start: (at) => at, end: (at) => at };
    return [written, ...markupsOf(text).flatMap((markup) => levelsOf(written, markup))];
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
        const escaped = escapeAt(text, at, markup);
        if (escaped === undefined) {
            at++;
            continue;
        }
        put(text.slice(copied, at), copied, undefined);
        put(String.fromCodePoint(escaped.codePoint), at, at + escaped.length);
        at += escaped.length;
        copied = at;
    }
    if (copied === 0) return undefined;
    put(text.slice(copied), copied, undefined);
    return { text: read, start: (at) => starts[at] ?? 0, end: (at) => ends[at - 1] ?? 0 };
}
