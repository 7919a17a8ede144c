import { createHash } from "node:crypto";
import { BYTES } from "../../contract/limits.ts";
import { mayHoldCardNumber, replaceCardNumbers } from "../../contract/values/card-number.ts";
import type { Job } from "./job.ts";
import type { Ports } from "./ports.ts";

type Keys = Pick<Ports, "tokenOf" | "seal">;

/** Of a name that is too long its end stays, which says how the file is read. */
const END_LENGTH = 20;
/** Characters that no message of SQS may hold, and that no log shows. */
const UNSENDABLE = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The job under the name by which everything behind `unpack` knows its file: the landing key, with a token in the place
 * of each card number, in characters that messages may hold, and short enough for the keys that are made of it. Two files
 * have two names, and the key itself travels sealed, since the object is opened by it.
 */
export function namedSafely(job: Job, { tokenOf, seal }: Keys): Job {
    const version = within(replaceCardNumbers(job.version, tokenOf), BYTES.fileVersion);
    const key = within(sendable(replaceCardNumbers(job.key, tokenOf)), BYTES.fileName);
    if (key === job.key) return { ...job, version };
    return { ...job, key, version, sealedKey: seal.seal(job.key) };
}

/** The job with the key that its object has. */
export function landedJob(job: Job, { seal }: Pick<Keys, "seal">): Job {
    return job.sealedKey === undefined ? job : { ...job, key: seal.open(job.sealedKey) };
}

/** Whether the file landed under a name with a card number in it. */
export function nameHeldCard(job: Job, keys: Pick<Keys, "seal">): boolean {
    return job.sealedKey !== undefined && mayHoldCardNumber(landedJob(job, keys).key);
}

function sendable(key: string): string {
    return key.replace(UNSENDABLE, (character) => `%${(character.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`);
}

/** The text, or its beginning and end with a hash of all of it between. */
function within(text: string, most: number): string {
    const bytes = Buffer.from(text);
    if (bytes.length <= most) return text;
    const hash = `~${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}~`;
    const begins = bytes.subarray(0, most - hash.length - END_LENGTH * 4).toString("utf8");
    // A character may have been cut in two.
    return begins.replace(/\ufffd+$/, "") + hash + Array.from(text).slice(-END_LENGTH).join("");
}
