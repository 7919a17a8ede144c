import * as z from "zod/mini";
import { canonicalTime } from "../contract/time.ts";
import { Checkpoint, type Job } from "./job.ts";

/** The message on the landing queue is none that `unpack` knows; it belongs with the dead letters. */
export class LandingMessageError extends Error {
    override readonly name = "LandingMessageError";
}

const TestEvent = z.object({ Event: z.literal("s3:TestEvent") });

const Notification = z.object({
    Records: z.array(
        z.object({
            eventName: z.string(),
            eventTime: z.string(),
            s3: z.object({
                bucket: z.object({ name: z.string() }),
                object: z.object({
                    key: z.string(),
                    size: z.optional(z.number()),
                    eTag: z.optional(z.string()),
                    versionId: z.optional(z.string()),
                }),
            }),
        }),
    ),
});

/** The files that a message of the landing queue speaks of; S3's test event speaks of none. */
export function jobsOf(body: string): Job[] {
    const value = parsed(body);
    const checkpoint = Checkpoint.safeParse(value);
    if (checkpoint.success) return [checkpoint.data.job];
    if (TestEvent.safeParse(value).success) return [];
    const notification = Notification.safeParse(value);
    if (!notification.success) throw new LandingMessageError("the message is neither a notification nor a checkpoint");
    return notification.data.Records.filter(isLandedFile).map(jobOf);
}

type Landed = z.infer<typeof Notification>["Records"][number];

function isLandedFile({ eventName, s3 }: Landed): boolean {
    // A key that ends in a slash and holds nothing is a console's folder.
    const folder = s3.object.key.endsWith("/") && s3.object.size === 0;
    return /^(?:s3:)?ObjectCreated:/.test(eventName) && !folder;
}

function jobOf({ eventTime, s3 }: Landed): Job {
    const { eTag = "", versionId } = s3.object;
    const version = versionId ?? eTag;
    const receivedAt = canonicalTime(eventTime);
    if (version === "" || receivedAt === null) {
        throw new LandingMessageError("the notification names neither version nor entity tag, or no time");
    }
    const key = decodeKey(s3.object.key);
    const job: Job = { bucket: s3.bucket.name, key, version, eTag, receivedAt, rows: 0, sent: 0, quarantined: 0 };
    return versionId === undefined ? job : { ...job, versionId };
}

/** S3 writes keys as forms do: a plus is a blank, the rest is percent-encoded. */
function decodeKey(key: string): string {
    try {
        return decodeURIComponent(key.replaceAll("+", " "));
    } catch (cause) {
        throw new LandingMessageError("the notification's key is not URL-encoded", { cause });
    }
}

function parsed(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        // The cause would quote the body, and whatever stands there does not belong in a log.
        throw new LandingMessageError("the message is not JSON");
    }
}
