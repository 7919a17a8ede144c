import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { receiveAll, sendAll } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { makeRecorder, map } from "../../support/event-sources.ts";
import { queueUrl } from "../../support/resources.ts";
import type { Running } from "../../support/running-services.ts";

describe("correction batching-window", () => {
    itNeeds("batching-window", {
        behaviour: "waits for the window before it hands over less than a full batch",
        async observe({ clients, folder }) {
            await makeRecorder(clients, "windowed", folder);
            await map(clients, "windowed", { batchSize: 100, maximumBatchingWindowInSeconds: 6 });
            await sendAll(clients, "windowed", ["one"]);
            await taken(clients, "windowed", 3000);
            await sendAll(clients, "windowed", ["two", "three"]);
            const [first] = await receiveAll(clients, "windowed-seen", 1);
            return JSON.parse(first?.Body ?? "{}").size as number;
        },
        expect: (size) => assert.equal(size, 3),
    });
});

/** Waits until somebody has taken all that lies in the queue, or that many milliseconds. */
async function taken(clients: Running["clients"], queue: string, longestMs: number): Promise<void> {
    const asked = new GetQueueAttributesCommand({ QueueUrl: queueUrl(queue), AttributeNames: ["All"] });
    for (let waited = 0; waited < longestMs; waited += 20) {
        const { Attributes } = await clients.of(SQSClient).send(asked);
        if (Attributes?.ApproximateNumberOfMessages === "0") return;
        await pause(20);
    }
}
