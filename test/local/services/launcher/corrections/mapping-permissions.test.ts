import assert from "node:assert/strict";
import { itNeeds } from "../../support/correction.ts";
import { consume, map } from "../../support/event-sources.ts";
import { makeFunction, makeQueue } from "../../support/resources.ts";

const source = "export const handler = async () => undefined;";

describe("correction mapping-permissions", () => {
    itNeeds("mapping-permissions", {
        behaviour: "refuses a mapping whose function's role may not consume the queue",
        async observe({ clients, folder }) {
            const outcomes: string[] = [];
            for (const statements of [[], [consume("another-queue")], [consume("may-consume-2")]]) {
                const name = `may-consume-${outcomes.length}`;
                await makeQueue(clients, name);
                await makeFunction(clients, name, { source, folder, statements });
                const made = map(clients, name, { batchSize: 10 }).then(() => "made");
                outcomes.push(await made.catch((error: Error) => error.message));
            }
            return outcomes;
        },
        expect(outcomes) {
            const refusal = "The provided execution role does not have permissions to call ReceiveMessage on SQS";
            assert.deepEqual(outcomes, [refusal, refusal, "made"]);
        },
    });
});
