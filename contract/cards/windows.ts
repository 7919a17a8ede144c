import { DAY, isCounter, isLengthOf, isRestOfTrack, isTimeOrZeros, isZeros } from "./glued.ts";
import { allowedLengths, MAX_DIGITS, MIN_DIGITS, usualLengths } from "./issuers.ts";
import { passesLuhn } from "./luhn.ts";

/** Digits that belong together: nothing but separators stands between them. */
export interface Digits {
    readonly count: number;
    readonly values: ArrayLike<number>;
    /** 1 where a separator stands before the digit; the first digit has one, as if. */
    readonly gaps: ArrayLike<number>;
}

/**
 * How sure it is that a window is the number that was meant; the smaller the surer:
 * - `known`: it is a number that the row names as its card;
 * - `exponent`: it is written out as one number;
 * - `whole`: it is a group of digits by itself;
 * - `grouped`: it is some groups of digits;
 * - `dated`: it is glued to a date, a time, an expiry, its own length, zeros or a number padded with them;
 * - `counted`: up to four digits follow it;
 * - `glued`: it is the beginning or the end of a longer number, which may be by chance.
 */
export const SURE = { known: 0, exponent: 1, whole: 2, grouped: 3, dated: 4, counted: 5, glued: 6 } as const;
export type Sure = (typeof SURE)[keyof typeof SURE];
const COUNTER_DIGITS = 4;

export type OnWindow = (from: number, length: number, sure: Sure) => void;

/**
 * Every stretch of the digits that is a card number: an issuer's first digits, a length that the issuer uses, the right
 * check digit, and borders that such a number has. It begins and ends where groups of digits do; or it is glued to other
 * digits within its last or first group, at an end of that group or beside a date or zeros. Anywhere else one of thirty
 * stretches of any long number would look like a card.
 */
export function eachWindow(digits: Digits, found: OnWindow): void {
    const { count, values, gaps } = digits;
    for (let from = 0, group = 0; from + MIN_DIGITS <= count; from++) {
        if (gaps[from] === 1) group = from;
        const prefix = four(values, from);
        const allowed = allowedLengths(prefix);
        if (allowed === 0) continue;
        const usual = usualLengths(prefix);
        for (let length = MIN_DIGITS; length <= MAX_DIGITS && from + length <= count; length++) {
            // Of ten stretches nine fail the check, which costs less than looking at their borders.
            if ((allowed & (1 << length)) === 0 || !passesLuhn(values, from, length)) continue;
            const sure = bordersOf(digits, group, from, length, (usual & (1 << length)) !== 0);
            if (sure !== undefined) found(from, length, sure);
        }
    }
}

function four(values: ArrayLike<number>, at: number): number {
    return (values[at] ?? 0) * 1000 + (values[at + 1] ?? 0) * 100 + (values[at + 2] ?? 0) * 10 + (values[at + 3] ?? 0);
}

function bordersOf(digits: Digits, group: number, from: number, length: number, usual: boolean): Sure | undefined {
    const { count, values, gaps } = digits;
    const end = from + length;
    const begins = gaps[from] === 1;
    const ends = end === count || gaps[end] === 1;
    const inOneGroup = !hasGap(gaps, from + 1, end);
    const asCard = inOneGroup || isGroupedAsCard(gaps, from, length);
    if (begins && ends) {
        if (inOneGroup) return SURE.whole;
        return usual || length === count || asCard ? SURE.grouped : undefined;
    }
    const groupEnd = endOfGroup(digits, end);
    if (!asCard) return usual && begins && isZeros(values, end, groupEnd) ? SURE.dated : undefined;
    // What begins within a date that leads a number is none: the years 2022 to 2027 begin as Mastercard's numbers do.
    if (!begins && from - group < DAY && isTimeOrZeros(values, group, group + DAY) && values[group] !== 0) {
        return undefined;
    }
    const dated = isTimeOrZeros(values, group, from);
    const counted = usual && (isCounter(values, group, from) || isLengthOf(values, group, from, length));
    const before = begins || dated || counted || isCard(values, group, from);
    const after = ends || isTimeOrZeros(values, end, groupEnd) || isCard(values, end, groupEnd);
    // Counters and clocks begin with a 1, as UATP's numbers do.
    if (before && after && values[from] !== 1) return SURE.dated;
    // A length that is rare counts no further.
    if (!usual) return undefined;
    if (before && (values[end] === 0 || isRestOfTrack(values, end, groupEnd))) return SURE.dated;
    if (groupEnd - end <= COUNTER_DIGITS && (begins || (dated && values[group] !== 0))) return SURE.counted;
    return before || after ? SURE.glued : undefined;
}

function hasGap(gaps: ArrayLike<number>, from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (gaps[at] === 1) return true;
    return false;
}

/** 4-4-4-4 and on, or 4-6-5 and 4-6-4. */
function isGroupedAsCard(gaps: ArrayLike<number>, from: number, length: number): boolean {
    const middle = length < 16 ? [4, 10] : [4, 8, 12, 16];
    for (let at = 1; at < length; at++) if ((gaps[from + at] === 1) !== middle.includes(at)) return false;
    return true;
}

function endOfGroup({ count, gaps }: Digits, from: number): number {
    // What is longer is neither a date nor a card.
    let at = from;
    while (at < count && at <= from + MAX_DIGITS && gaps[at] !== 1) at++;
    return at;
}

/** Whether these digits alone are a card number. */
function isCard(values: ArrayLike<number>, from: number, to: number): boolean {
    const length = to - from;
    if (length < MIN_DIGITS || length > MAX_DIGITS) return false;
    return (allowedLengths(four(values, from)) & (1 << length)) !== 0 && passesLuhn(values, from, length);
}
