import { allowedLengths, MAX_DIGITS } from "./issuers.ts";
import { SURE } from "./windows.ts";
import { isCard, spread, type Written } from "./written-otherwise.ts";

/** Letters of any alphabet, perhaps with marks around them. */
const LETTERS = "[^\\d\\p{L}]{0,3}\\p{L}{1,3}[^\\d\\p{L}]{0,3}";
/** Groups of four, or the three of fifteen digits, between letters. */
const FOURS = `\\d{4}${LETTERS}\\d{4}${LETTERS}\\d{4}${LETTERS}\\d{1,4}(${LETTERS}\\d{1,3})?`;
const THREE = `\\d{4}${LETTERS}\\d{6}${LETTERS}\\d{4,5}`;
const ANY_LETTERS = new RegExp(`(?<!\\d)(?:${FOURS}|${THREE})(?!\\d)`, "gu");
/** A word, a tag or some letters, the same between any groups. */
const SAME = /(?<!\d)\d{1,6}([^\d\p{L}]{0,8}\p{L}\D{0,15})\d{1,6}(?:\1\d{1,6})+(?!\d)/gu;

const ASCII_LETTERS = "[^\\dA-Za-z]{0,3}[A-Za-z]{1,3}[^\\dA-Za-z]{0,3}";
/** Two groups are the digits of many a name. */
const LEAST_GROUPS = 3;
/** What the shortest number has at least, with its letters. */
const LEAST_GROUPED = 15;
const BEGINS = new RegExp(`\\d{4}${ASCII_LETTERS}(?:\\d{4}${ASCII_LETTERS}\\d{4}|\\d{6}${ASCII_LETTERS}\\d{4})`);
const BEGINS_SAME = /\d([^\dA-Za-z]{0,8}[A-Za-z]\D{0,15})(?:\d{4,6}\1\d|\d{1,3}\1\d{1,3}\1\d{1,3}\1\d)/;
/** Between two values of JSON stand quotes. */
const BEGINS_SAME_IN_JSON = /\d([^\dA-Za-z"]{0,8}[A-Za-z][^\d"]{0,15})(?:\d{4,6}\1\d|\d{1,3}\1\d{1,3}\1\d{1,3}\1\d)/;

/** Whether a text of ASCII holds groups of digits between letters that are a card number. */
export function hasLetterGroups(text: string, inJson = false): boolean {
    if (text.length < LEAST_GROUPED) return false;
    return (
        (BEGINS.test(text) || (inJson ? BEGINS_SAME_IN_JSON : BEGINS_SAME).test(text)) && letterGroups(text).length > 0
    );
}

/** Card numbers with letters between their groups: any few letters between fours, and the same ones between any groups. */
export function letterGroups(text: string): Written[] {
    const found: Written[] = [];
    // What is no number may end in the first group of one.
    for (const { 0: written, 1: last = "", index } of overlapping(text, ANY_LETTERS, () => 1)) {
        // The last group may be one of what comes behind.
        found.push(...numberIn(index, written), ...numberIn(index, written.slice(0, written.length - last.length)));
    }
    const toLastGroup = (written: string): number => written.search(/\d+$/);
    for (const { 0: written, 1: between = "", index } of overlapping(text, SAME, toLastGroup)) {
        found.push(...numbersBetween(index, written, between));
    }
    return found;
}

/** The matches of a pattern, each looked for from so far behind the begin of the one before. */
function* overlapping(text: string, pattern: RegExp, step: (written: string) => number): Generator<RegExpExecArray> {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const next = match.index + Math.max(1, step(match[0]));
        yield match;
        pattern.lastIndex = next;
    }
}

/** The groups from one to another that are a number, however many stand around them. */
function numbersBetween(start: number, written: string, between: string): Written[] {
    const groups = written.split(between);
    const digits = groups.join("");
    const found: Written[] = [];
    for (let from = 0, before = 0; from < groups.length; before += groups[from]?.length ?? 0, from++) {
        const allowed = allowedLengths(Number(digits.slice(before, before + 4)));
        for (let to = from, length = 0; allowed !== 0 && to < groups.length; ) {
            length += groups[to]?.length ?? 0;
            to++;
            if (length > MAX_DIGITS) break;
            if ((allowed & (1 << length)) === 0 || to - from < LEAST_GROUPS) continue;
            const some = groups.slice(from, to);
            if (isEven(some)) found.push(...numberIn(start + before + from * between.length, some.join(between)));
        }
    }
    return found;
}

/** As people and programs cut numbers: all groups are as long, or the last is shorter; or they are those of an American Express. */
function isEven(groups: readonly string[]): boolean {
    const lengths = groups.map(({ length }) => length);
    const [first = 0] = lengths;
    const last = lengths.at(-1) ?? 0;
    return (last <= first && lengths.slice(0, -1).every((one) => one === first)) || /^4,6,[45]$/.test(lengths.join());
}

function numberIn(start: number, written: string): Written[] {
    const digits = written.replace(/\D/g, "");
    return isCard(digits) ? [spread(start, written, digits, SURE.grouped)] : [];
}
