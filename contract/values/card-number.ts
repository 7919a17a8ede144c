import { cardNumbersIn } from "../cards/find.ts";
import { MAX_DIGITS, MIN_DIGITS } from "../cards/issuers.ts";
import { textPassesLuhn } from "../cards/luhn.ts";
import { isPlainlyFree } from "../cards/quick-look.ts";
import { joined, type Stretch, surest } from "../cards/resolve.ts";
import { SURE, type Sure } from "../cards/windows.ts";

/** Replacing a number may put digits side by side that were not; more rounds than this no honest text needs. */
const ROUNDS = 4;
const LONG_SEPARATOR =
    "[\\s\\-._/\\u00ad\\u2010-\\u2015\\u2212\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]{1,3}";
const LONG_RUN = new RegExp(`\\p{Nd}(?:(?:${LONG_SEPARATOR})?\\p{Nd}){11,}`, "gu");

/** 13 to 19 digits with a right check digit, of whatever issuer: what a card column may hold. */
export function isCardNumber(digits: string): boolean {
    return /^\d{13,19}$/.test(digits) && textPassesLuhn(digits);
}

/** The digits of a written card number, without its blanks and dashes. */
export function cardDigits(text: string): string {
    return text.replace(/[\s-]/g, "");
}

/**
 * Whether a value or text holds a card number, however it is written: sure enough to refuse what holds it. `known` are
 * numbers that count wherever their digits stand.
 */
export function containsCardNumber(text: string, known: readonly string[] = []): boolean {
    return holds(text, known, SURE.counted);
}

/** Whether it holds one, or a longer number whose beginning or end could be one by chance: enough to hide it. */
export function mayHoldCardNumber(text: string, known: readonly string[] = []): boolean {
    return holds(text, known, SURE.glued);
}

function holds(text: string, known: readonly string[], atLeast: Sure): boolean {
    if (text.length < MIN_DIGITS) return false;
    // Of what is plainly free, digits that belong together stand side by side.
    if (isPlainlyFree(text, atLeast) && !known.some((number) => text.includes(number))) return false;
    return cardNumbersIn(text, known).some(({ sure }) => sure <= atLeast);
}

/** First six and last four digits stay, as PCI DSS 3.4.1 allows. */
export function maskCardNumber(digits: string): string {
    return `${digits.slice(0, 6)}${"*".repeat(Math.max(3, digits.length - 10))}${digits.slice(-4)}`;
}

/** Where a text holds what could be a card number. */
export function cardStretches(text: string): { start: number; end: number }[] {
    return mayHoldCardNumber(text) ? joined(cardNumbersIn(text), text) : [];
}

/** The text without anything that could be a card number. */
export function maskCardNumbers(text: string, known: readonly string[] = []): string {
    const masked = rounds(text, known, (once) =>
        replaced(once, joined(cardNumbersIn(once, known), once), maskCardNumber),
    );
    // No honest text comes here.
    return mayHoldCardNumber(masked, known) ? masked.replace(/\p{N}/gu, "*") : masked;
}

/** The text with whatever could be a card number replaced, by what stands for its bare digits. */
export function replaceCardNumbers(
    text: string,
    replacement: (digits: string) => string,
    known: readonly string[] = [],
): string {
    const free = rounds(text, known, (once) => replaced(once, surest(cardNumbersIn(once, known), once), replacement));
    return mayHoldCardNumber(free, known) ? replacement(text.replace(/\P{Nd}/gu, "")) : free;
}

/** For text that is known to hold cards, right or mistyped: every run of 12 digits or more loses its middle. */
export function maskLongNumbers(text: string, known: readonly string[] = []): string {
    return maskCardNumbers(text, known).replace(LONG_RUN, (run) => {
        const kept = run.slice(0, MAX_DIGITS * 2);
        return kept.replace(/\p{Nd}/gu, (digit, at: number) => (at < 6 || at >= kept.length - 4 ? digit : "*"));
    });
}

function rounds(text: string, known: readonly string[], once: (text: string) => string): string {
    let result = text;
    for (let round = 0; round < ROUNDS && mayHoldCardNumber(result, known); round++) result = once(result);
    return result;
}

function replaced(text: string, stretches: readonly Stretch[], replacement: (digits: string) => string): string {
    let result = "";
    let copied = 0;
    for (const { start, end, digits } of stretches) {
        result += text.slice(copied, start) + replacement(digits);
        copied = end;
    }
    return result + text.slice(copied);
}
