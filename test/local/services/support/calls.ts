import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
    DeleteMessageBatchCommand,
    type Message,
    ReceiveMessageCommand,
    SendMessageBatchCommand,
    SQSClient,
} from "@aws-sdk/client-sqs";
import type { Clients } from "../../../../local/services/clients.ts";
import { queueUrl } from "./resources.ts";

/** What a function answers, or the error it reports. */
export async function invoke(clients: Clients, name: string, event: unknown = {}): Promise<unknown> {
    const { Payload } = await clients
        .of(LambdaClient)
        .send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }));
    return JSON.parse(Buffer.from(Payload ?? []).toString());
}

/** Sends message bodies, ten at a time as SQS takes them. */
export async function sendAll(clients: Clients, queue: string, bodies: readonly string[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(bodies.length / 10) }, (_, at) =>
        bodies.slice(at * 10, at * 10 + 10),
    );
    const one = async () => {
        for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
            const Entries = batch.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
            const sent = await clients
                .of(SQSClient)
                .send(new SendMessageBatchCommand({ QueueUrl: queueUrl(queue), Entries }));
            if ((sent.Failed ?? []).length > 0) {
                throw new Error(`${queue}: ${sent.Failed?.[0]?.Message}`);
            }
        }
    };
    await Promise.all([one(), one(), one(), one()]);
}

/** Only so that a test can say what it got when some never come. */
const LONGEST_MS = 300_000;

/** Takes messages off a queue until there are as many as wanted and then none for a moment. */
export async function receiveAll(clients: Clients, queue: string, wanted: number): Promise<Message[]> {
    const sqs = clients.of(SQSClient);
    const QueueUrl = queueUrl(queue);
    const found: Message[] = [];
    const deadline = Date.now() + LONGEST_MS;
    for (;;) {
        const { Messages = [] } = await sqs.send(
            new ReceiveMessageCommand({
                QueueUrl,
                MaxNumberOfMessages: 10,
                WaitTimeSeconds: found.length < wanted ? 1 : 0,
                MessageAttributeNames: ["All"],
                MessageSystemAttributeNames: ["All"],
            }),
        );
        if (Messages.length > 0) {
            const Entries = Messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
            await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
            found.push(...Messages);
        } else if (found.length >= wanted || Date.now() > deadline) {
            return found;
        }
    }
}
