/** A character as it is written by an escape. */
export interface Escape {
    codePoint: number;
    /** Characters of the escape. */
    length: number;
}

const BLANK = 0x20;
const BACKSLASH = /\\{1,32}(?:[uU]\{([0-9a-fA-F]{1,6})\}|[uU]([0-9a-fA-F]{4})|[xX]([0-9a-fA-F]{2})|[tnrfbv"'/])/y;
const PERCENT = /%(?:25){0,8}([0-9a-fA-F]{2})/y;
const REFERENCE =
    /&(?:amp;){0,8}(?:#0{0,8}(\d{1,7})|#[xX]0{0,8}([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}))(?:;|(?=&))/y;
const [SECTION, COMMENT, INSTRUCTION] = ["<!\\[CDATA\\[", "<!--[\\s\\S]{0,256}?-->", "<\\?[\\s\\S]{0,256}?\\?>"];

/** What XML lets stand within a text without being part of it; sections always do. */
export type Markup = RegExp;
const markup = (...kinds: readonly string[]): Markup => new RegExp(kinds.join("|"), "y");
const ALL = markup(SECTION, COMMENT, INSTRUCTION);
const OTHERS: readonly [RegExp, readonly Markup[]][] = [
    [/<!--[\s\S]*<\?|<\?[\s\S]*<!--/, [markup(SECTION, COMMENT), markup(SECTION, INSTRUCTION), markup(SECTION)]],
    [/<!--|<\?/, [markup(SECTION)]],
];

/** What may be left out of a text: comments and instructions stand between digits, or hold some themselves. */
export function markupsOf(text: string): readonly Markup[] {
    if (!text.includes("<")) return [ALL];
    return [ALL, ...(OTHERS.find(([holds]) => holds.test(text))?.[1] ?? [])];
}

/** References that may begin another escape; all others stand for some character that is no digit. */
const NAMED: Readonly<Record<string, number>> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 };

export const HAS_ESCAPES = /[\\%&<]/;

/** The escape of JSON, URL or XML that begins here, however often it was escaped; undefined where there is none. */
export function escapeAt(text: string, at: number, markup: Markup): Escape | undefined {
    switch (text[at]) {
        case "\\": {
            const match = matchAt(BACKSLASH, text, at);
            return match && escaped(match[0], match[1] ?? match[2] ?? match[3], 16);
        }
        case "&": {
            const match = matchAt(REFERENCE, text, at);
            const name = match?.[3];
            if (name !== undefined) return { codePoint: NAMED[name] ?? BLANK, length: match?.[0].length ?? 0 };
            return match && escaped(match[0], match[1] ?? match[2], match[1] === undefined ? 16 : 10);
        }
        case "<": {
            const match = matchAt(markup, text, at);
            return match && { codePoint: BLANK, length: match[0].length };
        }
        case "%":
            return percent(text, at);
        default:
            return undefined;
    }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
}

function escaped(whole: string, code: string | undefined, base: number): Escape | undefined {
    const codePoint = code === undefined ? BLANK : Number.parseInt(code, base);
    return codePoint > 0x10ffff ? undefined : { codePoint, length: whole.length };
}

/** One character of UTF-8, each of its bytes written by itself. */
function percent(text: string, at: number): Escape | undefined {
    const first = matchAt(PERCENT, text, at);
    if (first === undefined) return undefined;
    const lead = Number.parseInt(first[1] ?? "", 16);
    let length = first[0].length;
    if (lead < 0x80) return { codePoint: lead, length };
    const following = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    let codePoint = lead & (0x3f >> following);
    for (let index = 0; index < following; index++) {
        const next = matchAt(PERCENT, text, at + length);
        const byte = Number.parseInt(next?.[1] ?? "", 16);
        if (next === undefined || byte >> 6 !== 2) return { codePoint: BLANK, length };
        codePoint = (codePoint << 6) | (byte & 0x3f);
        length += next[0].length;
    }
    return following === 0 || codePoint > 0x10ffff ? { codePoint: BLANK, length } : { codePoint, length };
}
