/** Longer texts are no amounts. */
const MAX_LENGTH = 64;
const PLAIN = /^\+?(\d*)(?:\.(\d*))?$/;
const SCIENTIFIC = /^(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/;

/**
 * Exact minor units of a decimal text ("1234.50" with 2 decimals is 123450), or null when the text is no number, has
 * more decimals than the currency, or does not fit a safe integer. Zeros beyond the currency's decimals are allowed.
 * Signs, zero included, are the caller's question: a negative text is null, "0.00" is 0. No float ever holds a fraction of it.
 */
export function minorUnits(text: string, decimals: number): number | null {
    if (text.length > MAX_LENGTH) return null;
    const parts = PLAIN.exec(text);
    return parts === null ? null : exact(parts[1] ?? "", parts[2] ?? "", decimals);
}

/**
 * The same number without an exponent ("1.5e3" is "1500."), as JSON may write it. Only there: a spreadsheet that writes an
 * exponent has lost digits.
 */
export function withoutExponent(text: string): string {
    const parts = text.length > MAX_LENGTH ? null : SCIENTIFIC.exec(text);
    if (parts === null) return text;
    const [, whole = "", fraction = "", exponent = "0"] = parts;
    const shift = Number(exponent);
    if (shift >= 0) return `${whole}${fraction.slice(0, shift).padEnd(shift, "0")}.${fraction.slice(shift)}`;
    const padded = whole.padStart(1 - shift, "0");
    return `${padded.slice(0, shift)}.${padded.slice(shift)}${fraction}`;
}

function exact(whole: string, fraction: string, decimals: number): number | null {
    if (whole === "" && fraction === "") return null;
    if (/[1-9]/.test(fraction.slice(decimals))) return null;
    // Digits alone, of any number, pass through a float exactly or come out of it as no safe integer.
    const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
    return Number.isSafeInteger(minor) ? minor : null;
}
