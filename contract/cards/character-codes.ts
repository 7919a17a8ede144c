/** A part of a text that stands for characters by their codes. */
export interface Coded {
    /** What it stands for. */
    text: string;
    /** Characters that it takes up. */
    length: number;
}

/** Digits by their codes, hexadecimal, decimal or octal, with what programs write before and between these. */
const CODES = [
    { code: "(?:0x|[xu]\\+?)?0{0,6}3(\\d)", first: 0 },
    { code: "0{0,2}(4[89]|5[0-7])", first: 48 },
    { code: "0?(6[0-7]|7[01])", first: 60 },
].map(({ code, first }) => ({
    first,
    row: new RegExp(`(?<![0-9A-Za-z])(?:[^0-9A-Za-z]{0,3}${code}){13,}`, "gi"),
    one: new RegExp(`[^0-9A-Za-z]{0,3}${code}`, "gi"),
}));
/** Codes among which no letters stand, and those that begin with one. */
const [BARE, LETTERED] = [
    /(?<![0-9A-Za-z])(?:(?:[^0-9A-Za-z]{0,3}0{0,6}3\d){8}|(?:[^0-9A-Za-z]{0,3}0{0,2}(?:4[89]|5[0-7])){8}|(?:[^0-9A-Za-z]{0,3}0?(?:6[0-7]|7[01])){8})/,
    /(?:[xu]\+?0{0,6}3\d[^0-9A-Za-z]{0,3}0?){8}/i,
];

/** Three digits, blanks, dashes or points in base64: by chance nobody meets three such in a row. */
const THREE_DIGITS = "[ILMNO][CDSTijyz][AEIMQUYcgk04][gtuw-z0-5]";
const DIGITS_IN_BASE64 = new RegExp(`(?:${THREE_DIGITS}){3,}`, "g");
const BASE64 = /[A-Za-z0-9+/_-]/;

/** Of thirteen digits. */
const LEAST_BASE64 = 18;

/** Whether digits in it are written by their codes, or in base64; quick, and sure where it says no. */
export function mayHoldCodes(text: string): boolean {
    return mayHoldBareCodes(text) || mayHoldLetteredCodes(text);
}

/** Of a text in which no letters stand. */
export function mayHoldBareCodes(text: string): boolean {
    return BARE.test(text);
}

/** Of a text whose stretches without letters are known. */
export function mayHoldLetteredCodes(text: string): boolean {
    return text.length >= LEAST_BASE64 && (LETTERED.test(text) || text.search(DIGITS_IN_BASE64) >= 0);
}

/** Where such parts begin. */
export function codedParts(text: string): ReadonlyMap<number, Coded> {
    const parts = new Map<number, Coded>();
    for (const { row, one, first } of CODES) {
        for (const { 0: codes, index } of text.matchAll(row)) {
            for (const { 0: code, 1: value = "", index: at } of codes.matchAll(one)) {
                parts.set(index + at, { text: digitOf(value, first), length: code.length });
            }
        }
    }
    for (const { 0: found, index } of text.matchAll(DIGITS_IN_BASE64)) addBase64(text, index, found.length, parts);
    return parts;
}

/** The last digit of a hexadecimal code is the digit; others are counted from that of zero. */
function digitOf(value: string, first: number): string {
    return first === 0 ? value : String(Number.parseInt(value, first === 60 ? 8 : 10) - 48);
}

/** All of the base64 around the digits, four characters after four. */
function addBase64(text: string, at: number, length: number, parts: Map<number, Coded>): void {
    let start = at;
    while (start >= 4 && [1, 2, 3, 4].every((before) => BASE64.test(text[start - before] ?? ""))) start -= 4;
    let end = at + length;
    while (BASE64.test(text[end] ?? "")) end++;
    for (let from = start; from < end; from += 4) {
        const four = text.slice(from, Math.min(from + 4, end));
        parts.set(from, { text: Buffer.from(four, "base64").toString("latin1"), length: four.length });
    }
}
