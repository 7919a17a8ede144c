import { allowedLengths, MAX_DIGITS, MIN_DIGITS } from "./issuers.ts";
import { textPassesLuhn } from "./luhn.ts";
import { SURE, type Sure } from "./windows.ts";

/** A number that is written otherwise than by its digits one behind another. */
export interface Written {
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
/** Tags 5A and 57 of EMV with their lengths: the number in packed digits, padded with an F, or with what track 2 has behind it. */
const EMV =
    /5A(?:07(\d{13,14})|08(\d{15,16})|09(\d{17,18})|0A(\d{19}))F?|(?:57|9F6B)(?:0[9A-F]|1[0-3])(\d{13,19})D(?=[2-4]\d[01]\d)/gi;
/** Bytes that programs write one by one, each of two digits of the number. */
const BYTES = /(?<![0-9A-Za-z])(?:(?:0x|\\{1,8}x)\d\d[^0-9A-Za-z\\]{0,2}){7,10}/gi;
const HAS_TAGS = /5A0[789A]\d{13}|\dD[2-4]\d[01]\d|(?:x\d\d[^0-9A-Za-z]{0,10}0?){5}/i;

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

/** Whether it is worth looking for numbers in tags of EMV and in bytes. */
export function mayHoldTags(text: string): boolean {
    return HAS_TAGS.test(text);
}

/** Card numbers in tags of EMV, whose length is written before them, and in bytes of two digits. */
export function taggedNumbers(text: string): Written[] {
    if (!HAS_TAGS.test(text)) return [];
    const tags = [...text.matchAll(EMV)].flatMap(({ 0: written, index, ...groups }) =>
        Object.values(groups).flatMap((digits) =>
            typeof digits === "string" && isCard(digits) && written.includes(digits)
                ? [spread(index, written, digits, SURE.grouped)]
                : [],
        ),
    );
    const bytes = [...text.matchAll(BYTES)].flatMap(({ 0: written, index }) => {
        const digits = written.replace(/0x|\D/gi, "");
        return isCard(digits) ? [spread(index, written, digits, SURE.grouped)] : [];
    });
    return [...tags, ...bytes];
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

export function isCard(digits: string): boolean {
    const { length } = digits;
    if (length < MIN_DIGITS || length > MAX_DIGITS) return false;
    return (allowedLengths(Number(digits.slice(0, 4))) & (1 << length)) !== 0 && textPassesLuhn(digits);
}

export function spread(start: number, written: string, digits: string, sure: Sure): Written {
    const at = [...written.matchAll(/\d/g)].map(({ index }) => start + index);
    return { start, end: start + written.length, digits, sure, at };
}
