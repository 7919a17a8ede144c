import { containsCardNumber, maskCardNumbers } from "../values/card-number.ts";

const FILE_ORIGIN = "s3:";

/** One delivery of a row: the same origin again is a retry, another origin with the same id a duplicate or conflict. */
export function fileOrigin(landingKey: string, version: string, row: number | "file"): string {
    return `${FILE_ORIGIN}${landingKey}#${version}#${row}`;
}

/** Whether it came out of a file, so that nobody waits for the verdict within seconds. */
export function isOfFile(origin: string): boolean {
    return origin.startsWith(FILE_ORIGIN);
}

export function messageOrigin(messageId: string): string {
    return `sqs:${messageId}`;
}

/** A key that a producer chose, a version that S3 made up, and a number of ours. */
const PARTS = /^(.*)#([^#]*)#(\d{1,10}|file)$/s;
/** The same as a text or as a value of JSON. */
const WITHIN = /\b(s3:[^"\n]{0,1024})#([^#"\n]{1,1024})#(?=(?:\d{1,10}|file)(?:"|$))/gm;

/** Whether a part of an origin holds a card number: what stands in two of them is not one number. */
export function originHoldsCardNumber(origin: string): boolean {
    return partsOf(origin).some((part) => containsCardNumber(part));
}

export function maskOrigin(origin: string): string {
    return partsOf(origin)
        .map((part) => maskCardNumbers(part))
        .join("#");
}

/** A text for the search for card numbers: letters, which end a number, between the parts of each origin in it. */
export function withOriginsApart(text: string): string {
    return text.includes(FILE_ORIGIN) ? text.replace(WITHIN, "$1#x $2 x#") : text;
}

function partsOf(origin: string): string[] {
    return PARTS.exec(origin)?.slice(1) ?? [origin];
}
