import assert from "node:assert/strict";
import { receiveAll, sendAll } from "./support/calls.ts";
import { map } from "./support/event-sources.ts";
import { makeForwarder } from "./support/forwarder.ts";
import { sharedServices } from "./support/shared-services.ts";

const messages = 2_000;
const every = 100;

describe("the hot path in the local services", () => {
    it("loses nothing and doubles nothing of 2,000 messages, and parks the poison after five receives", async () => {
        const { clients, folder } = await sharedServices();
        await makeForwarder(clients, "hot", { folder, maxReceiveCount: 5 });
        await map(clients, "hot", { batchSize: 100, maximumBatchingWindowInSeconds: 1 });
        const ids = Array.from({ length: messages }, (_, at) => (at % every === 0 ? `poison-${at}` : `good-${at}`));
        await sendAll(
            clients,
            "hot",
            ids.map((id) => JSON.stringify({ id })),
        );
        const poison = ids.filter((id) => id.startsWith("poison"));
        const dead = await receiveAll(clients, "hot-dead", poison.length);
        const done = await receiveAll(clients, "hot-done", messages - poison.length);
        assert.deepEqual(idsOf(done), ids.filter((id) => id.startsWith("good")).sort());
        assert.deepEqual(idsOf(dead), poison.sort());
        // The sixth receive, which is not the function's but this one.
        assert.deepEqual(new Set(dead.map(({ Attributes }) => Attributes?.ApproximateReceiveCount)), new Set(["6"]));
    });
});

function idsOf(found: readonly { Body?: string | undefined }[]): string[] {
    return found.map(({ Body = "" }) => JSON.parse(Body).id as string).sort();
}
