import assert from "node:assert/strict";
import { invoke } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { makeFunction } from "../../support/resources.ts";

const source = `
export const handler = async ({ line }) => { if (line) console.log(line); };`;

/** Times as long; without the correction a silent invocation waits 50 ms, which is many times what one takes. */
const LIMIT = 2.5;
const isClear = (ratio: number) => ratio < 1.5 || ratio > 5;
const ROUNDS = 100;

describe("correction function-logs", () => {
    itNeeds("function-logs", {
        behaviour: "takes no longer for a function that logs nothing than for one that does",
        async observe({ clients, folder }) {
            await makeFunction(clients, "terse", { source, folder });
            await invoke(clients, "terse");
            // The best of many says what it costs; the others say what else the machine was doing.
            let [silent, logging] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
            for (let round = 0; round < 10 || (round < ROUNDS && !isClear(silent / logging)); round++) {
                silent = Math.min(silent, await milliseconds(() => invoke(clients, "terse", {})));
                logging = Math.min(logging, await milliseconds(() => invoke(clients, "terse", { line: "something" })));
            }
            return silent / logging;
        },
        expect: (ratio) => assert.ok(ratio < LIMIT, `a silent invocation takes ${ratio} times as long`),
    });
});

async function milliseconds(call: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await call();
    return performance.now() - start;
}
