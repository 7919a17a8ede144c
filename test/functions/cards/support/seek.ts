import { gunzipSync } from "node:zlib";

const CIRCLED = "⓿❶❷❸❹❺❻❼❽❾";

/** Every text within anything that left: names and values of objects, packed bytes unpacked. */
export function textsOf(value: unknown): string[] {
    if (typeof value === "string") return [value];
    if (typeof value === "number") return [String(value)];
    if (value instanceof Uint8Array) return [packed(value)];
    if (value instanceof Set || Array.isArray(value)) return [...value].flatMap(textsOf);
    if (value instanceof Map) return [...value].flatMap(textsOf);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => [name, ...textsOf(inner)]);
}

function packed(bytes: Uint8Array): string {
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString() : Buffer.from(bytes).toString();
}

/**
 * Whether a text shows a number to somebody who takes everything for noise that is no digit. It knows nothing of how the
 * product looks for numbers: it asks for the digits of one that it knows.
 */
export function shows(text: string, number: string): boolean {
    let read = text;
    // Escapes may have been escaped, by JSON within JSON too.
    for (let round = 0; round < 4; round++) {
        if (digitsOf(read).includes(number)) return true;
        const next = unescaped(read);
        if (next === read) break;
        read = next;
    }
    return [...exponents(text), ...codes(text), ...base64(text)].some((digits) => digits.includes(number));
}

function digitsOf(text: string): string {
    const plain = text.replace(/[⓿❶-❾]/gu, (digit) => String(CIRCLED.indexOf(digit))).normalize("NFKC");
    return plain.replace(/\p{Nd}/gu, decimal).replace(/[^0-9]/g, "");
}

function decimal(digit: string): string {
    const known = [0x30, 0x660, 0x966].find((zero) => {
        const value = (digit.codePointAt(0) ?? 0) - zero;
        return value >= 0 && value <= 9;
    });
    return known === undefined ? "" : String((digit.codePointAt(0) ?? 0) - known);
}

function unescaped(text: string): string {
    const character = (code: string, base: number): string => {
        const codePoint = Number.parseInt(code, base);
        return codePoint > 0x10ffff ? " " : String.fromCodePoint(codePoint);
    };
    return text
        .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => character(code, 16))
        .replace(/\\\\/g, "\\")
        .replace(/\\[tnr]/g, " ")
        .replace(/&#(\d+);/g, (_, code: string) => character(code, 10))
        .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => character(code, 16))
        .replace(/%([0-7][0-9a-f])/gi, (_, code: string) => character(code, 16));
}

function exponents(text: string): string[] {
    return [...text.matchAll(/(\d+)(?:\.(\d+))?e([+-]?\d{1,2})/gi)].map(([, whole = "", fraction = "", exponent]) =>
        (whole + fraction).slice(0, Math.max(0, whole.length + Number(exponent))),
    );
}

/** Digits by their codes: a hexadecimal one ends with the digit, an octal one counts from 60. */
function codes(text: string): string[] {
    const hexadecimal = text.match(/(?:\W{0,3}u?(?:00)?3\d){13,}/gi) ?? [];
    const octal = text.match(/(?:\\{1,4}0[67][0-7]){13,}/g) ?? [];
    return [
        ...hexadecimal.map((row) => [...row.matchAll(/3(\d)/g)].map(([, digit]) => digit).join("")),
        ...octal.map((row) => (row.match(/\d{3}/g) ?? []).map((code) => Number.parseInt(code, 8) - 48).join("")),
    ];
}

function base64(text: string): string[] {
    const words = text.match(/[\w+/-]{18,}/g) ?? [];
    return words.flatMap((word) =>
        [0, 1, 2, 3].map((from) =>
            Buffer.from(word.slice(from), "base64")
                .toString("latin1")
                .replace(/[^0-9]/g, ""),
        ),
    );
}
