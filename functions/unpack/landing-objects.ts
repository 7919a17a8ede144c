import type { Readable } from "node:stream";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { maskCardNumbers } from "../../contract/values/card-number.ts";
import type { Job } from "./job.ts";
import type { Bytes } from "./text/byte-stream.ts";

/** S3 may end a connection that waits behind a slow queue: the reading then goes on where it was. */
const RECONNECTS = 5;

/** The landed object is not what it was when the notification was written, or no longer there. */
export class LandedObjectError extends Error {
    override readonly name = "LandedObjectError";
}

/** Opens exactly the version that landed. */
export async function openLanded(client: Pick<S3Client, "send">, job: Job): Promise<Bytes> {
    return continued(client, job, await stream(client, job, 0));
}

async function* continued(client: Pick<S3Client, "send">, job: Job, first: Readable): AsyncGenerator<Uint8Array> {
    let position = 0;
    let body = first;
    for (let attempt = 0; ; attempt++) {
        try {
            for await (const chunk of body) {
                position += chunk.length;
                yield chunk;
            }
            return;
        } catch (error) {
            if (attempt >= RECONNECTS) throw error;
            body = await stream(client, job, position);
        }
    }
}

async function stream(client: Pick<S3Client, "send">, job: Job, from: number): Promise<Readable> {
    const { bucket, key, versionId, eTag } = job;
    const which = versionId === undefined ? { IfMatch: `"${eTag}"` } : { VersionId: versionId };
    const range = from === 0 ? {} : { Range: `bytes=${from}-` };
    try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...which, ...range }));
        return Body as Readable;
    } catch (cause) {
        const status = statusOf(cause);
        if (status !== 404 && status !== 412) throw cause;
        throw new LandedObjectError(`${maskCardNumbers(key)} in version ${job.version} is no longer in ${bucket}`, {
            cause,
        });
    }
}

export function statusOf(error: unknown): number | undefined {
    if (!(error instanceof Error) || !("$metadata" in error)) return undefined;
    const metadata: unknown = error.$metadata;
    if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return undefined;
    return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
}
