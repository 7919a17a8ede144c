import {
    CreateQueueCommand,
    DeleteMessageBatchCommand,
    DeleteQueueCommand,
    ReceiveMessageCommand,
    SQSClient,
} from "@aws-sdk/client-sqs";
import type { Clients } from "../../local/services/clients.ts";
import { sendLive } from "../../operations/start/feed.ts";

/** Messages a second that the services do no more with than take them in, hand them out and delete them. */
export async function floorRate(clients: Clients, bodies: readonly string[]): Promise<number> {
    const sqs = clients.of(SQSClient);
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "floor" }));
    try {
        const started = performance.now();
        await sendLive(sqs, QueueUrl ?? "", bodies);
        for (let left = bodies.length; left > 0; ) {
            const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
            if (Messages.length === 0) throw new Error(`the floor's queue lost ${left} messages`);
            const Entries = Messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
            await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
            left -= Messages.length;
        }
        return bodies.length / ((performance.now() - started) / 1000);
    } finally {
        await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    }
}
