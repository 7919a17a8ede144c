import { isMarker } from "../../contract/files/landing.ts";
import { type NewObject, newObjects, ObjectKeyError } from "../../contract/files/object-event.ts";
import { canonicalTime } from "../../contract/values/time.ts";
import { Checkpoint, type Job } from "./job.ts";

/** The message on the landing queue is none that `unpack` knows; it belongs with the dead letters. */
export class LandingMessageError extends Error {
    override readonly name = "LandingMessageError";
}

/** The files that a message of the landing queue speaks of; S3's test event speaks of none. */
export function jobsOf(body: string): Job[] {
    const value = parsed(body);
    const checkpoint = Checkpoint.safeParse(value);
    if (checkpoint.success) return [checkpoint.data.job];
    const files = landed(value);
    if (files === undefined) throw new LandingMessageError("the message is neither a notification nor a checkpoint");
    return files.filter(({ key }) => !isMarker(key.slice(key.lastIndexOf("/") + 1))).map(jobOf);
}

function landed(value: unknown): NewObject[] | undefined {
    try {
        return newObjects(value);
    } catch (cause) {
        if (!(cause instanceof ObjectKeyError)) throw cause;
        throw new LandingMessageError(cause.message, { cause });
    }
}

function jobOf({ bucket, key, eTag, versionId, at }: NewObject): Job {
    const version = versionId ?? eTag;
    const receivedAt = canonicalTime(at);
    if (version === "" || receivedAt === null) {
        throw new LandingMessageError("the notification names neither version nor entity tag, or no time");
    }
    const job: Job = { bucket, key, version, eTag, receivedAt, rows: 0, sent: 0, quarantined: 0 };
    return versionId === undefined ? job : { ...job, versionId };
}

function parsed(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        // The cause would quote the body, and whatever stands there does not belong in a log.
        throw new LandingMessageError("the message is not JSON");
    }
}
