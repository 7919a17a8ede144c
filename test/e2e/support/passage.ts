import { setTimeout as delay } from "node:timers/promises";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Clients } from "../../../local/services/clients.ts";

const EVERY_MS = 1000;

/** Waits until messages have come to a queue whose consumer is held, and no more came since the last look. */
export async function passage(clients: Clients, QueueUrl: string): Promise<void> {
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] });
    for (let before = 0; ; ) {
        const { Attributes } = await clients.of(SQSClient).send(asked);
        const now = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
        if (now > 0 && now === before) return;
        before = now;
        await delay(EVERY_MS);
    }
}
