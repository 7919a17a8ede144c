import { createHash } from "node:crypto";

/**
 * Names that we, S3, SQS and X-Ray make up, whose digits are anybody's by chance: one of thousands reads as a card number,
 * and no such name may stop what carries it. What is digits alone is looked at as any other text.
 */
const OWN_NAMES = new RegExp(
    [
        // SHA-256 and MD5. A part of a word is none, nor is a longer one.
        String.raw`(?<![0-9A-Za-z])(?=\d*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{32})(?![0-9A-Za-z])`,
        // UUIDs in the place of a name.
        String.raw`(?<=^|[:/#"])(?=[\d-]*[a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9A-Za-z])`,
        // How S3 orders its notifications.
        String.raw`(?<=sequencer\\*":\\*")00(?=\d*[A-F])[0-9A-F]{14,18}(?=\\*")`,
        // Traces, and generations of profiles.
        String.raw`^(?:1-(?=[\d-]*[a-f])[0-9a-f]{8}-[0-9a-f]{24}|\d{4}-\d\d-\d\d-[0-9a-f]{12})$`,
    ].join("|"),
    "g",
);

/** The text for the search for card numbers, with a letter, which ends a number, in the place of each such name. */
export function withoutOwnNames(text: string): string {
    return text.replace(OWN_NAMES, "x");
}

/** The text with what stands around such names changed, piece by piece. */
export function aroundOwnNames(text: string, change: (piece: string) => string): string {
    let result = "";
    let copied = 0;
    for (const { 0: name, index } of text.matchAll(OWN_NAMES)) {
        result += change(text.slice(copied, index)) + name;
        copied = index + name.length;
    }
    return result + change(text.slice(copied));
}

/**
 * A name for a text, the same each time: the beginning of its SHA-256. It has no digits, so nothing can take it for a part
 * of a card number, wherever it stands and whoever looks.
 */
export function nameFor(text: string, length: number): string {
    return inLetters(createHash("sha256").update(text).digest("hex")).slice(0, length);
}

const LETTERS = "ghijklmnop";

/** A hexadecimal number with a letter, g to p, for each digit. */
export function inLetters(hexadecimal: string): string {
    return hexadecimal.replace(/\d/g, (digit) => LETTERS[Number(digit)] ?? digit);
}
