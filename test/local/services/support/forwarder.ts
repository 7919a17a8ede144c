import type { Clients } from "../../../../local/services/clients.ts";
import { consume } from "./event-sources.ts";
import { makeFunction, makeQueue, queueArn, queueUrl } from "./resources.ts";

/** What screen does to the services, without what it thinks: parse, forward by tens, report the poison. */
const source = `
import { ChangeMessageVisibilityBatchCommand, SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
export const handler = async ({ Records }) => {
    const bad = Records.filter(({ body }) => JSON.parse(body).id.startsWith("poison"));
    const good = Records.filter((record) => !bad.includes(record));
    const sends = [];
    for (let at = 0; at < good.length; at += 10) {
        const Entries = good.slice(at, at + 10).map(({ body }, index) => ({
            Id: String(index),
            MessageBody: body,
            MessageAttributes: { origin: { DataType: "String", StringValue: "test" } },
        }));
        sends.push(sqs.send(new SendMessageBatchCommand({ QueueUrl: process.env.DONE_URL, Entries })));
    }
    await Promise.all(sends);
    // At once again, so that no test waits for a visibility timeout that is long enough for a busy machine.
    for (let at = 0; at < bad.length; at += 10) {
        const Entries = bad.slice(at, at + 10).map(({ receiptHandle: ReceiptHandle }, index) =>
            ({ Id: String(index), ReceiptHandle, VisibilityTimeout: 0 }));
        await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: process.env.OWN_URL, Entries }));
    }
    return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

interface ForwarderOptions {
    readonly folder: string;
    readonly maxReceiveCount: number;
}

/** Queues `<name>`, `<name>-done` and `<name>-dead`, and a function that takes from the first to the second. */
export async function makeForwarder(clients: Clients, name: string, options: ForwarderOptions): Promise<void> {
    const { folder, maxReceiveCount } = options;
    await makeQueue(clients, `${name}-done`);
    await makeQueue(clients, `${name}-dead`);
    await makeQueue(clients, name, {
        visibilityTimeoutSeconds: 60,
        redrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn(`${name}-dead`), maxReceiveCount }),
    });
    await makeFunction(clients, name, {
        source,
        environment: { OWN_URL: queueUrl(name), DONE_URL: queueUrl(`${name}-done`) },
        statements: [
            { Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn(`${name}-done`) },
            { Effect: "Allow", Action: "sqs:ChangeMessageVisibility", Resource: queueArn(name) },
            consume(name),
        ],
        folder,
    });
}
