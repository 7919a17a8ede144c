export const IDENTIFIER_MAX_LENGTH = 128;

/**
 * Letters, digits and `: . _ / -`, beginning with a letter or digit: no spreadsheet formula begins so, and no look-alike
 * letter or invisible mark fits.
 */
export const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9:._/-]{0,127}$/;

/** The producer's name: lower-case words joined by dashes. */
export const SOURCE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const SOURCE_MAX_LENGTH = 32;

/** The version of the key, then 256 bits of HMAC in base64url. */
export const CARD_TOKEN = /^tok_v\d{1,4}_[A-Za-z0-9_-]{32,64}$/;

/** A landing key, of at most 1,024 bytes, its version and a row fit; the warehouse has a column of as many bytes. */
export const ORIGIN_MAX_BYTES = 1400;

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
