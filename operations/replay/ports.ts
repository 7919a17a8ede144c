import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetQueueUrlCommand, QueueDoesNotExist, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { ReplayPorts } from "../../functions/park/replay.ts";
import { UserError } from "../cli/user-error.ts";
import type { Cloud } from "../verify/cloud.ts";

/** The parked bucket and the queues of a stack, as the person at the terminal may use them. */
export function replayPorts(cloud: Pick<Cloud, "of">, Bucket: string): ReplayPorts {
    const s3 = cloud.of(S3Client);
    const sqs = cloud.of(SQSClient);
    const urls = new Map<string, string>();
    return {
        async *keys(Prefix) {
            let ContinuationToken: string | undefined;
            do {
                const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
                for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
                ContinuationToken = page.NextContinuationToken;
            } while (ContinuationToken !== undefined);
        },
        async read(Key) {
            const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
            return (await Body?.transformToString()) ?? "";
        },
        async send(queueArn, { body: MessageBody, attributes: MessageAttributes }) {
            const QueueUrl = urls.get(queueArn) ?? (await urlOf(queueArn, sqs));
            urls.set(queueArn, QueueUrl);
            await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes }));
        },
        async write(Key, Body) {
            await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: "application/json" }));
        },
    };
}

async function urlOf(queueArn: string, sqs: SQSClient): Promise<string> {
    const [, , , , QueueOwnerAWSAccountId, QueueName] = queueArn.split(":");
    try {
        const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName, QueueOwnerAWSAccountId }));
        if (QueueUrl !== undefined) return QueueUrl;
    } catch (error) {
        if (!(error instanceof QueueDoesNotExist)) throw error;
    }
    throw new UserError(`The queue ${queueArn} is no longer there. Leave its messages out with --under.`);
}
