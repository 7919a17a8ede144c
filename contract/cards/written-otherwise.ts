import { allowedLengths, MAX_DIGITS, MIN_DIGITS } from "./issuers.ts";
import { textPassesLuhn } from "./luhn.ts";
import { SURE, type Sure } from "./windows.ts";

interface Written {
    start: number;
    end: number;
    digits: string;
    sure: Sure;
    at: readonly number[];
}

/** Fewer digits of a mantissa are no number that somebody wrote out, but one that was rounded. */
const MANTISSA_DIGITS = 12;
const EXPONENT = /(?<![\d.])(\d{1,30})(?:\.(\d{1,30}))?[eE]([+-]?\d{1,3})(?!\d)/g;
const HAS_EXPONENT = /\d[eE][+-]?\d/;
/** A few letters, perhaps with marks around them. */
const LETTERS = "[^\\dA-Za-z]{0,2}[A-Za-z]{1,3}[^\\dA-Za-z]{0,2}";
/** Groups of four, or the three of fifteen digits, with the same letters for dashes. */
const LETTER_GROUPS = new RegExp(
    `(?<!\\d)(?:\\d{4}(${LETTERS})\\d{4}\\1\\d{4}\\1\\d{1,4}(?:\\1\\d{1,3})?|\\d{4}(${LETTERS})\\d{6}\\2\\d{4,5})(?!\\d)`,
    "g",
);

/** Card numbers that are written with an exponent, as programs write large numbers. */
export function expandedNumbers(text: string): Written[] {
    if (!HAS_EXPONENT.test(text)) return [];
    return [...text.matchAll(EXPONENT)].flatMap(
        ({ 0: written, 1: whole = "", 2: fraction = "", 3: exponent, index }) => {
            const digits = integerPart(whole, fraction, Number(exponent));
            if (whole.length + fraction.length < MANTISSA_DIGITS || digits === undefined || !isCard(digits)) return [];
            return [spread(index, written, digits, SURE.exponent)];
        },
    );
}

/** Three groups of thirteen digits, and a letter between them. */
const LEAST_GROUPED = MIN_DIGITS + 2;
const BEGINS_AS_GROUPS = new RegExp(`\\d{4}${LETTERS}\\d{4}`);

/** Whether it is worth looking for groups of digits between letters. */
export function hasLetterGroups(text: string): boolean {
    return text.length >= LEAST_GROUPED && BEGINS_AS_GROUPS.test(text) && letterGroups(text).length > 0;
}

/** Card numbers with letters between their groups. */
export function letterGroups(text: string): Written[] {
    return [...text.matchAll(LETTER_GROUPS)].flatMap(({ 0: written, index }) => {
        const digits = written.replace(/\D/g, "");
        return isCard(digits) ? [spread(index, written, digits, SURE.grouped)] : [];
    });
}

/** The digits before the decimal point of a JSON number, written out. What stands behind it is a share of something. */
export function integerDigits(number: string): string {
    const [, whole = "", fraction = "", exponent = "0"] = /^-?(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
    return Number(exponent) === 0 ? whole : (integerPart(whole, fraction, Number(exponent)) ?? "");
}

function integerPart(whole: string, fraction: string, exponent: number): string | undefined {
    const point = whole.length + exponent;
    if (point < MIN_DIGITS || point > MAX_DIGITS + 30) return undefined;
    return `${whole}${fraction}`.slice(0, point).padEnd(point, "0").replace(/^0+/, "");
}

function isCard(digits: string): boolean {
    const { length } = digits;
    if (length < MIN_DIGITS || length > MAX_DIGITS) return false;
    return (allowedLengths(Number(digits.slice(0, 4))) & (1 << length)) !== 0 && textPassesLuhn(digits);
}

function spread(start: number, written: string, digits: string, sure: Sure): Written {
    const at = [...written.matchAll(/\d/g)].map(({ index }) => start + index);
    return { start, end: start + written.length, digits, sure, at };
}
