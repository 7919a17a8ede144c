import * as z from "zod/mini";

/** A new object, as S3's notification tells of it. */
export interface NewObject {
    bucket: string;
    /** As it was written: decoded. */
    key: string;
    eTag: string;
    /** Absent where the bucket has no versions. */
    versionId?: string;
    /** When it was written, as the notification says. */
    at: string;
}

/** The notification's key is not written as S3 writes keys. */
export class ObjectKeyError extends Error {
    override readonly name = "ObjectKeyError";
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

export function isNotification(value: unknown): boolean {
    return Notification.safeParse(value).success;
}

/** The new objects that a message of S3 tells of; its test event tells of none. Undefined when S3 sent no such message. */
export function newObjects(value: unknown): NewObject[] | undefined {
    if (TestEvent.safeParse(value).success) return [];
    const notification = Notification.safeParse(value);
    return notification.success ? notification.data.Records.filter(isNew).map(newObject) : undefined;
}

type Noted = z.infer<typeof Notification>["Records"][number];

function isNew({ eventName, s3 }: Noted): boolean {
    // A key that ends in a slash and holds nothing is a console's folder.
    const folder = s3.object.key.endsWith("/") && s3.object.size === 0;
    return /^(?:s3:)?ObjectCreated:/.test(eventName) && !folder;
}

function newObject({ eventTime, s3 }: Noted): NewObject {
    const { eTag = "", versionId } = s3.object;
    const version = versionId === undefined ? {} : { versionId };
    return { bucket: s3.bucket.name, key: decodeKey(s3.object.key), eTag, ...version, at: eventTime };
}

/** S3 writes keys as forms do: a plus is a blank, the rest is percent-encoded. */
function decodeKey(key: string): string {
    try {
        return decodeURIComponent(key.replaceAll("+", " "));
    } catch (cause) {
        throw new ObjectKeyError("the notification's key is not URL-encoded", { cause });
    }
}
