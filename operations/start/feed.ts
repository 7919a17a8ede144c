import { createReadStream } from "node:fs";
import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { UserError } from "../cli/user-error.ts";
import type { SampleFile } from "./sample-files.ts";

/** Most messages that SQS takes in one call. */
const BATCH = 10;

/** Puts a file where a partner would: into the landing bucket, under its source. */
export async function landFile(s3: S3Client, bucket: string, { path, key, bytes }: SampleFile): Promise<void> {
    const body = createReadStream(path);
    try {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentLength: bytes }));
    } catch (cause) {
        const { code, message } = cause as NodeJS.ErrnoException;
        if (code === "ENOENT" || code === "EACCES") throw new UserError(`Cannot read ${path}: ${message}.`);
        throw cause;
    } finally {
        body.destroy();
    }
}

/** Sends messages as a live producer would; resolves when the queue has taken every one. */
export async function sendLive(sqs: SQSClient, queueUrl: string, bodies: readonly string[]): Promise<void> {
    for (let at = 0; at < bodies.length; at += BATCH) {
        const Entries = bodies.slice(at, at + BATCH).map((MessageBody, index) => ({ Id: String(index), MessageBody }));
        const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
        if (Failed[0]) throw new Error(`The incoming queue refused a message: ${Failed[0].Code} ${Failed[0].Message}`);
    }
}
