import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { receiveAll, sendAll } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { makeRecorder, map } from "../../support/event-sources.ts";

describe("correction batching-window", () => {
    itNeeds("batching-window", {
        behaviour: "waits for the window before it hands over less than a full batch",
        async observe({ clients, folder }) {
            await makeRecorder(clients, "windowed", folder);
            await map(clients, "windowed", { batchSize: 100, maximumBatchingWindowInSeconds: 2 });
            for (const body of ["one", "two", "three"]) {
                await sendAll(clients, "windowed", [body]);
                await pause(300);
            }
            const seen = await receiveAll(clients, "windowed-seen", 1);
            return seen.map(({ Body = "" }) => JSON.parse(Body).size as number);
        },
        expect: (sizes) => assert.deepEqual(sizes, [3]),
    });
});
