import { isIban } from "../values/iban.ts";
import { textPassesLuhn } from "./luhn.ts";

/** A part of a text that is proved to be something else, and what a card number in it would have to be to count. */
export interface LookAlike {
    start: number;
    end: number;
    /** Whether a number counts that fills a run of digits between letters, as one put there on purpose would. */
    countsWhole: boolean;
}

const IBAN = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}/g;
/** RFC 9562: versions 1 to 8, the variant of the RFC. */
const UUID = /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-z])/gi;
const HASH = /(?<![0-9a-z])[0-9a-f]{32,}(?![0-9a-z])/gi;
const HASH_LETTERS = 1 / 5;
const HASH_KINDS = 4;
const UUID_LETTERS = 4;
const [DATE, TIME] = ["20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])", "(?:[01]\\d|2[0-3])[0-5]\\d"];
/** End-to-end ids of PIX (bank, minute, eleven of its own), and numbers of RTGS in India (bank, channel, day, eight of its own). */
const SCHEMES = new RegExp(
    `(?<![0-9A-Za-z])(?:[ED]\\d{8}${DATE}${TIME}[0-9A-Za-z]{11}|[A-Z]{4}[A-Z]\\d${DATE}\\d{8})(?![0-9A-Za-z])`,
    "g",
);
/** As the id of a card network's transaction: anywhere else 23 digits are no reference, whatever they prove. */
const REFERENCE = /^card-network:([278]\d{22})$/;

/**
 * What in a text is no card number although its digits could be: an IBAN whose check digits are right; a UUID and a hash
 * whose letters are as many and as mixed as chance makes them, since a shape alone proves nothing; an id of PIX or of India's
 * RTGS with the right letters and a day there is; and in the id of a card network's transaction an acquirer's reference,
 * whose own check digit and day of the year are right.
 */
export function lookAlikes(text: string): LookAlike[] {
    return [...ibans(text), ...uuids(text), ...hashes(text), ...ofSchemes(text), ...references(text)];
}

function ibans(text: string): LookAlike[] {
    const found: LookAlike[] = [];
    for (const { 0: written, index: start } of text.matchAll(IBAN)) {
        // Grouped in fours it may be followed by another word: the longest part that proves to be one counts.
        for (let length = written.length; length >= 15; length--) {
            const part = written.slice(0, length);
            if (/[A-Za-z0-9]/.test(written[length] ?? " ") || !isIban(part.replace(/[ -]/g, "").toUpperCase()))
                continue;
            found.push({ start, end: start + length, countsWhole: false });
            break;
        }
    }
    return found;
}

function uuids(text: string): LookAlike[] {
    return [...text.matchAll(UUID)]
        .filter(([uuid]) => lettersOf(uuid).length >= UUID_LETTERS)
        .map(({ 0: uuid, index: start }) => ({ start, end: start + uuid.length, countsWhole: false }));
}

function hashes(text: string): LookAlike[] {
    return [...text.matchAll(HASH)]
        .filter(([hash]) => {
            const letters = lettersOf(hash);
            return letters.length >= hash.length * HASH_LETTERS && new Set(letters).size >= HASH_KINDS;
        })
        .map(({ 0: hash, index: start }) => ({ start, end: start + hash.length, countsWhole: true }));
}

function ofSchemes(text: string): LookAlike[] {
    const found = [...text.matchAll(SCHEMES)];
    return found.map(({ 0: id, index: start }) => ({ start, end: start + id.length, countsWhole: false }));
}

function references(text: string): LookAlike[] {
    const digits = REFERENCE.exec(text)?.[1];
    const day = Number(digits?.slice(8, 11));
    if (digits === undefined || !(day >= 1 && day <= 366) || !textPassesLuhn(digits)) return [];
    return [{ start: text.length - digits.length, end: text.length, countsWhole: false }];
}

function lettersOf(text: string): string[] {
    return text.toLowerCase().match(/[a-f]/g) ?? [];
}
