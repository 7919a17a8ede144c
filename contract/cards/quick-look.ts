import { isIban } from "../values/iban.ts";
import { mayHoldBareCodes, mayHoldLetteredCodes } from "./character-codes.ts";
import { MIN_DIGITS } from "./issuers.ts";
import { hasLetterGroups } from "./letter-groups.ts";
import { type Digits, eachWindow, SURE, type Sure } from "./windows.ts";
import { mayHoldTags } from "./written-otherwise.ts";

/** What a character of ASCII is for a run of digits. */
const [ENDS, PARTS, DIGIT] = [0, 1, 2];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
    if (code >= 0x30 && code <= 0x39) return DIGIT;
    return /[A-Za-z]/.test(String.fromCharCode(code)) ? ENDS : PARTS;
});
/** In JSON, a quote ends what belongs together. */
const KINDS_IN_JSON = KINDS.map((kind, code) => (code === 0x22 ? ENDS : kind));
const EXPONENT = 0x65;
/** With an exponent behind them, these are a card number already: the last digits are zeros then. */
const LEAST = MIN_DIGITS - 1;

/** Each digit of a number is two digits of its code. */
const LEAST_CODED = 2 * MIN_DIGITS;

/** What a character of ASCII may be part of. */
const [NONE, DIGITS, IN_BASE64, WHOLE_SEARCH] = [0, 1, 2, 3];
const LOOKS = Uint8Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    if (/[\\%&<]/.test(character)) return WHOLE_SEARCH;
    if (KINDS[code] === DIGIT) return DIGITS;
    return /[ILMNO]/.test(character) ? IN_BASE64 : NONE;
});

/** Digits of one group that are looked at here; a longer one is for the whole search. */
const GROUP_DIGITS = 64;
const values = new Uint8Array(GROUP_DIGITS);
const gaps = new Uint8Array(GROUP_DIGITS);
gaps[0] = 1;
const group: Digits & { count: number } = { count: 0, values, gaps };
let limit: Sure = SURE.glued;
let holds = false;
const found = (_from: number, _length: number, sure: Sure): void => {
    if (sure <= limit) holds = true;
};

/**
 * Whether a quick look is enough to see that a text holds no card number as sure as `atLeast`: it is ASCII, has no
 * escapes, and no run of digits that may be one.
 */
export function isPlainlyFree(text: string, atLeast: Sure): boolean {
    // Its letters and digits are ASCII, and nothing in it is an escape.
    if (isPlainIban(text)) return true;
    let count = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const look = code < LOOKS.length ? LOOKS[code] : WHOLE_SEARCH;
        if (look === DIGITS) count++;
        else if (look === WHOLE_SEARCH || (look === IN_BASE64 && mayBeginBase64(text, at))) return false;
    }
    if (!isFreeOfRuns(text, KINDS, atLeast)) return false;
    if (count < LEAST) return true;
    return !isWrittenOtherwise(text, false) && (count < LEAST_CODED || !mayHoldLetteredCodes(text));
}

/** Of a number in base64 every fourth character is one of a few. */
function mayBeginBase64(text: string, at: number): boolean {
    if (at + 8 >= text.length) return false;
    return LOOKS[text.charCodeAt(at + 4)] === IN_BASE64 && LOOKS[text.charCodeAt(at + 8)] === IN_BASE64;
}

/** Most accounts are IBANs, and half of those would need the whole search for the digits of other numbers in them. */
function isPlainIban(text: string): boolean {
    return text.length >= 15 && text.length <= 34 && isIban(text);
}

/** The same of a JSON text that is known to be ASCII and free of escapes. */
export function isPlainlyFreeJson(json: string, atLeast: Sure): boolean {
    return isFreeOfRuns(json, KINDS_IN_JSON, atLeast) && !isWrittenOtherwise(json, true) && !mayHoldLetteredCodes(json);
}

function isWrittenOtherwise(text: string, inJson: boolean): boolean {
    return hasLetterGroups(text, inJson) || mayHoldTags(text);
}

/** No run of 12 steps over every 12th character, so only those are looked at first. */
function isFreeOfRuns(text: string, kinds: Uint8Array, atLeast: Sure): boolean {
    const { length } = text;
    for (let index = LEAST - 1; index < length; index += LEAST) {
        if (kinds[text.charCodeAt(index)] === ENDS) continue;
        let start = index;
        let end = index + 1;
        while (start > 0 && kinds[text.charCodeAt(start - 1)] !== ENDS) start--;
        while (end < length && kinds[text.charCodeAt(end)] !== ENDS) end++;
        if (end - start >= LEAST && mayHold(text, start, end, atLeast)) return false;
        index = end - 1;
    }
    return true;
}

/** A run with separators is for the whole search if it has the digits; without them, it is looked at here. */
function mayHold(text: string, start: number, end: number, atLeast: Sure): boolean {
    let count = 0;
    let groups = 0;
    let before = PARTS;
    for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at);
        const kind = KINDS[code] ?? PARTS;
        if (kind === DIGIT) {
            if (before !== DIGIT) groups++;
            if (count < GROUP_DIGITS) values[count] = code - 0x30;
            count++;
        }
        before = kind;
    }
    if (count < LEAST) return false;
    if (before === DIGIT && (text.charCodeAt(end) | 0x20) === EXPONENT) return true;
    if (count < MIN_DIGITS) return false;
    if (count >= LEAST_CODED && mayHoldBareCodes(text.slice(start, end))) return true;
    if (groups > 1 || count > GROUP_DIGITS) return true;
    limit = atLeast;
    holds = false;
    group.count = count;
    eachWindow(group, found);
    return holds;
}
