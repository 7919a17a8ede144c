import { isIban } from "./iban.ts";

const MIN_DIGITS = 13;
const MAX_DIGITS = 19;
/** What people and machines put between the groups: blanks, dashes, dots, and marks nobody sees. */
const SEPARATOR = "[\\s\\-._/\\u00ad\\u2010-\\u2015\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]{1,3}";
const DIGIT_RUN = new RegExp(`\\p{Nd}(?:(?:${SEPARATOR})?\\p{Nd}){${MIN_DIGITS - 1},}`, "gu");
const LONG_RUN = new RegExp(`\\p{Nd}(?:(?:${SEPARATOR})?\\p{Nd}){11,}`, "gu");
const QUICK = new RegExp(`\\p{Nd}(?:(?:${SEPARATOR})?\\p{Nd}){${MIN_DIGITS - 1}}`, "u");
const NON_ASCII = /[\u0080-\uffff]/;
const DIGITS = /^\d+$/;
/** Hashes, UUIDs: their runs of digits say nothing. */
const HEXADECIMAL = /^(?:[0-9a-f]{32,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
/** Issuer ranges of ISO 7812 that payment cards use: 2221-2720, 30, 34-39, 4, 50-59 and 6. */
const ISSUER = /^(?:2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|3[04-9]|4|5|6)/;

/** 13 to 19 digits with a right check digit. */
export function isCardNumber(digits: string): boolean {
    return /^\d{13,19}$/.test(digits) && passesLuhn(digits);
}

/** The digits of a written card number, without its blanks and dashes. */
export function cardDigits(text: string): string {
    return text.replace(/[\s-]/g, "");
}

function passesLuhn(digits: string): boolean {
    let sum = 0;
    for (let index = digits.length - 1, double = false; index >= 0; index--, double = !double) {
        const digit = digits.charCodeAt(index) - 48;
        sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
    }
    return sum % 10 === 0;
}

export function containsCardNumber(text: string): boolean {
    if ((!NON_ASCII.test(text) && isPlainlyFree(text)) || !QUICK.test(text)) return false;
    let found = false;
    replaceCardNumbers(text, (digits) => {
        found = true;
        return digits;
    });
    return found;
}

/**
 * Whether a quick look is enough to see that no card number is in a text of ASCII characters: each run of digits and
 * separators is too short or, when it has no separators, lacks the issuer or the check digit of a card. No run of 13
 * steps over every 13th character, so only those are looked at first.
 */
export function isPlainlyFree(ascii: string): boolean {
    for (let index = MIN_DIGITS - 1; index < ascii.length; index += MIN_DIGITS) {
        if (!mayBelong(ascii, index)) continue;
        let start = index;
        let end = index + 1;
        while (mayBelong(ascii, start - 1)) start--;
        while (mayBelong(ascii, end)) end++;
        if (end - start >= MIN_DIGITS && mayBeCard(ascii.slice(start, end))) return false;
        index = end - 1;
    }
    return true;
}

/** Whether the character may be part of a written number: a digit, a blank or one of `- . / _`. */
function mayBelong(text: string, index: number): boolean {
    const code = text.charCodeAt(index);
    return (code >= 45 && code <= 57) || code === 95 || code <= 32;
}

function mayBeCard(run: string): boolean {
    return !DIGITS.test(run) || (run.length <= MAX_DIGITS && ISSUER.test(run) && passesLuhn(run));
}

/** First six and last four digits stay, as PCI DSS 3.4.1 allows. */
export function maskCardNumber(digits: string): string {
    return `${digits.slice(0, 6)}${"*".repeat(digits.length - 10)}${digits.slice(-4)}`;
}

export function maskCardNumbers(text: string): string {
    return replaceCardNumbers(text, maskCardNumber);
}

/** For text that is known to hold cards, right or mistyped: every run of 12 digits or more loses its middle. */
export function maskLongNumbers(text: string): string {
    return text.replace(LONG_RUN, (run) => {
        const kept = run.length > MAX_DIGITS * 2 ? run.slice(0, MAX_DIGITS * 2) : run;
        return kept.replace(/\p{Nd}/gu, (digit, at: number) => (at < 6 || at >= kept.length - 4 ? digit : "*"));
    });
}

/**
 * Replaces each card number in a text, however its digits are grouped or written. A number may begin and end only where
 * a group of digits does, so that a longer number is not taken for a card; IBANs with right check digits, hashes and
 * UUIDs are left alone.
 */
export function replaceCardNumbers(text: string, replacement: (digits: string) => string): string {
    return text.replace(DIGIT_RUN, (run, offset: number) =>
        isOtherNumber(wordAround(text, offset, run.length)) ? run : replaceInRun(run, replacement),
    );
}

function isOtherNumber(word: string): boolean {
    return isIban(word) || HEXADECIMAL.test(word);
}

/** The run with the letters, digits and dashes that touch it. */
function wordAround(text: string, offset: number, length: number): string {
    // An IBAN or hash is short: looking no further keeps a hostile text from costing its length for each run.
    const before = /[A-Za-z0-9-]*$/.exec(text.slice(Math.max(0, offset - 64), offset))?.[0] ?? "";
    const after = /^[A-Za-z0-9-]*/.exec(text.slice(offset + length, offset + length + 64))?.[0] ?? "";
    return before + text.slice(offset, offset + length) + after;
}

function replaceInRun(run: string, replacement: (digits: string) => string): string {
    const groups = [...run.matchAll(/\p{Nd}+/gu)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        digits: asciiDigits(match[0]),
    }));
    let result = "";
    let copied = 0;
    for (let first = 0; first < groups.length; first++) {
        let digits = "";
        for (let last = first; last < groups.length && digits.length < MAX_DIGITS; last++) {
            digits += groups[last]?.digits ?? "";
            if (!ISSUER.test(digits) || !isCardNumber(digits)) continue;
            result += run.slice(copied, groups[first]?.start) + replacement(digits);
            copied = groups[last]?.end ?? copied;
            first = last;
            break;
        }
    }
    return result + run.slice(copied);
}

/** Full-width, Arabic-Indic and other decimal digits as ASCII; Unicode keeps each ten of them in one run from zero. */
function asciiDigits(text: string): string {
    return text.replace(/[^0-9]/gu, (character) => {
        let zero = character.codePointAt(0) ?? 0;
        let value = 0;
        while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
            zero--;
            value++;
        }
        return String(value);
    });
}
