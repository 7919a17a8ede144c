import { replaceCardNumbers } from "../../contract/values/card-number.ts";
import type { Job } from "./job.ts";
import type { Ports } from "./ports.ts";

type Keys = Pick<Ports, "tokenOf" | "seal">;

/**
 * The job under the name by which everything behind `unpack` knows its file: the landing key, with a token in the place
 * of each card number. Two files have two names, and the key itself travels sealed, since the object is opened by it.
 */
export function namedSafely(job: Job, { tokenOf, seal }: Keys): Job {
    const key = replaceCardNumbers(job.key, tokenOf);
    const version = replaceCardNumbers(job.version, tokenOf);
    if (key === job.key) return { ...job, version };
    return { ...job, key, version, sealedKey: seal.seal(job.key) };
}

/** The job with the key that its object has. */
export function landedJob(job: Job, { seal }: Pick<Keys, "seal">): Job {
    return job.sealedKey === undefined ? job : { ...job, key: seal.open(job.sealedKey) };
}
