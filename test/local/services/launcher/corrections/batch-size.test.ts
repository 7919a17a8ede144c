import assert from "node:assert/strict";
import { receiveAll, sendAll } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { makeRecorder, map } from "../../support/event-sources.ts";

describe("correction batch-size", () => {
    itNeeds("batch-size", {
        behaviour: "hands a function as many messages as its mapping asks for",
        async observe({ clients, folder }) {
            await makeRecorder(clients, "big-batches", folder);
            await sendAll(
                clients,
                "big-batches",
                Array.from({ length: 150 }, (_, at) => `message ${at}`),
            );
            await map(clients, "big-batches", { batchSize: 150, maximumBatchingWindowInSeconds: 1 });
            const seen = await receiveAll(clients, "big-batches-seen", 1);
            return seen.map(({ Body = "" }) => JSON.parse(Body).size as number);
        },
        expect: (sizes) => assert.deepEqual(sizes, [150]),
    });
});
