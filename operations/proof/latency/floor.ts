import {
    CreateQueueCommand,
    DeleteMessageBatchCommand,
    DeleteQueueCommand,
    ReceiveMessageCommand,
    SQSClient,
} from "@aws-sdk/client-sqs";
import type { Clients } from "../../../local/services/clients.ts";
import { type Delays, delaysOf } from "./delays.ts";
import { sendSteadily } from "./send-steadily.ts";

/** As many as copies of a function take from a queue here. */
const CONSUMERS = 2;

/** From when a message was due until it is received and deleted: the least that the services themselves take. */
export async function floorDelays(
    clients: Clients,
    messages: ReadonlyMap<string, string>,
    perSecond: number,
): Promise<Delays> {
    const sqs = clients.of(SQSClient);
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "floor" }));
    try {
        const gone = new Map<string, number>();
        const consumers = Array.from({ length: CONSUMERS }, () => consume(sqs, QueueUrl, gone, messages.size));
        const [due] = await Promise.all([sendSteadily(sqs, QueueUrl, messages, perSecond), ...consumers]);
        return delaysOf([...due].map(([id, at]) => (gone.get(id) ?? Number.NaN) - at));
    } finally {
        await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    }
}

async function consume(sqs: SQSClient, QueueUrl: string, gone: Map<string, number>, all: number): Promise<void> {
    while (gone.size < all) {
        const asked = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
        const { Messages = [] } = await sqs.send(asked);
        if (Messages.length === 0) continue;
        const Entries = Messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
        await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
        const now = Date.now();
        for (const { Body = "{}" } of Messages) gone.set(JSON.parse(Body).id, now);
    }
}
