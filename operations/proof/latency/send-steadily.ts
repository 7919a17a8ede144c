import { setTimeout as delay } from "node:timers/promises";
import type { SQSClient } from "@aws-sdk/client-sqs";
import { sendLive } from "../../start/feed.ts";

const TICK_MS = 100;

/**
 * Sends at a rate, whether or not the queue keeps up, and says when each message was due, in milliseconds since 1970. Who
 * waits for the queue would leave out of the measurement exactly what is slow.
 */
export async function sendSteadily(
    sqs: SQSClient,
    queueUrl: string,
    messages: ReadonlyMap<string, string>,
    perSecond: number,
): Promise<Map<string, number>> {
    const due = new Map<string, number>();
    const under: Promise<void>[] = [];
    const all = [...messages];
    const began = Date.now();
    while (due.size < all.length) {
        const tick = Date.now();
        const until = Math.floor(((tick - began) / 1000) * perSecond) + 1;
        const now = all.slice(due.size, until);
        for (const [id] of now) due.set(id, began + (due.size / perSecond) * 1000);
        if (now.length > 0) {
            const sending = sendLive(
                sqs,
                queueUrl,
                now.map(([, body]) => body),
            );
            // Told when all are waited for.
            sending.catch(() => undefined);
            under.push(sending);
        }
        await delay(TICK_MS);
    }
    await Promise.all(under);
    return due;
}
