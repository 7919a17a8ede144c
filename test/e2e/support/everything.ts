import { gunzipSync } from "node:zlib";
import {
    CloudWatchLogsClient,
    paginateDescribeLogGroups,
    paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient, paginateListTables, paginateScan } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListBucketsCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import {
    ChangeMessageVisibilityBatchCommand,
    type Message,
    ReceiveMessageCommand,
    SQSClient,
} from "@aws-sdk/client-sqs";
import type { Clients } from "../../../local/services/clients.ts";

/** A piece of what the platform keeps, and where it lies. */
export interface Kept {
    place: string;
    text: string;
}

/** Every object of every bucket but one, gunzipped where it is gzip. */
export async function objects(clients: Clients, exceptBucket: string): Promise<Kept[]> {
    const s3 = clients.of(S3Client);
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
    const kept: Kept[] = [];
    for (const { Name: Bucket } of Buckets) {
        if (Bucket === exceptBucket) continue;
        for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
            for (const { Key } of Contents) {
                const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
                const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
                const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
                kept.push({ place: `s3://${Bucket}/${Key}`, text: text.toString("latin1") });
            }
        }
    }
    return kept;
}

/** Every item of every table. */
export async function items(clients: Clients): Promise<Kept[]> {
    const client = clients.of(DynamoDBClient);
    const kept: Kept[] = [];
    for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
        for (const TableName of TableNames) {
            for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
                kept.push(...Items.map((item) => ({ place: `table ${TableName}`, text: JSON.stringify(item) })));
            }
        }
    }
    return kept;
}

/** Every line that a function logged. */
export async function logLines(clients: Clients): Promise<Kept[]> {
    const client = clients.of(CloudWatchLogsClient);
    const kept: Kept[] = [];
    for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {})) {
        for (const { logGroupName } of logGroups) {
            for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName })) {
                kept.push(...events.map(({ message = "" }) => ({ place: `log ${logGroupName}`, text: message })));
            }
        }
    }
    return kept;
}

/** Every message that waits in a queue. They come back to it after two seconds. */
export async function messages(clients: Clients, queueUrl: string): Promise<Kept[]> {
    const sqs = clients.of(SQSClient);
    const found: Message[] = [];
    for (;;) {
        const { Messages = [] } = await sqs.send(
            new ReceiveMessageCommand({
                QueueUrl: queueUrl,
                MaxNumberOfMessages: 10,
                // Hidden until all are read, however slow the machine: each further receipt brings the dead letters nearer.
                VisibilityTimeout: 300,
                MessageAttributeNames: ["All"],
            }),
        );
        if (Messages.length === 0) break;
        found.push(...Messages);
    }
    for (let from = 0; from < found.length; from += 10) {
        const Entries = found.slice(from, from + 10).map(({ ReceiptHandle }, index) => ({
            Id: String(index),
            ReceiptHandle,
            VisibilityTimeout: 0,
        }));
        await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
    }
    return found.map((message) => ({ place: `queue ${queueUrl}`, text: JSON.stringify(message) }));
}
