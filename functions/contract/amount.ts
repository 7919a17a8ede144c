/** Longer texts are no amounts; the limit also bounds the work an exponent can cause. */
const MAX_LENGTH = 64;
const PLAIN = /^\+?(\d*)(?:\.(\d*))?$/;
const SCIENTIFIC = /^(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,3})$/;

/**
 * Exact minor units of a decimal text ("1234.50" with 2 decimals is 123450), or null when the text is no number, has
 * more decimals than the currency, or does not fit a safe integer. Zeros beyond the currency's decimals are allowed.
 * Signs, zero included, are the caller's question: a negative text is null, "0.00" is 0. Never passes through a float.
 */
export function minorUnits(text: string, decimals: number): number | null {
    if (text.length > MAX_LENGTH) return null;
    const parts = PLAIN.exec(text);
    if (parts === null) return scientific(text, decimals);
    return exact(parts[1] ?? "", parts[2] ?? "", decimals);
}

/** A JSON number may be written 1.5e3; its exact value is still a shift of digits. */
function scientific(text: string, decimals: number): number | null {
    const parts = SCIENTIFIC.exec(text);
    if (parts === null) return null;
    const [, whole = "", fraction = "", exponent = "0"] = parts;
    const shift = Number(exponent);
    if (shift >= 0) {
        const shifted = fraction.padEnd(shift, "0");
        return exact(whole + shifted.slice(0, shift), shifted.slice(shift), decimals);
    }
    const shifted = whole.padStart(1 - shift, "0");
    return exact(shifted.slice(0, shift), shifted.slice(shift) + fraction, decimals);
}

function exact(whole: string, fraction: string, decimals: number): number | null {
    if (whole === "" && fraction === "") return null;
    if (fraction.length > decimals && /[1-9]/.test(fraction.slice(decimals))) return null;
    const digits = (whole + fraction.slice(0, decimals).padEnd(decimals, "0")).replace(/^0+(?=\d)/, "");
    if (digits === "") return 0;
    if (digits.length > 16) return null;
    const minor = Number(digits);
    return Number.isSafeInteger(minor) ? minor : null;
}
