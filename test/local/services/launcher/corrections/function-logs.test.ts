import assert from "node:assert/strict";
import { invoke } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { makeFunction } from "../../support/resources.ts";

const source = `
export const handler = async ({ line }) => { if (line) console.log(line); };`;

describe("correction function-logs", () => {
    itNeeds("function-logs", {
        behaviour: "takes no longer for a function that logs nothing than for one that does",
        async observe({ clients, folder }) {
            await makeFunction(clients, "terse", { source, folder });
            await invoke(clients, "terse");
            const silent: number[] = [];
            const logging: number[] = [];
            for (let round = 0; round < 10; round++) {
                silent.push(await milliseconds(() => invoke(clients, "terse", {})));
                logging.push(await milliseconds(() => invoke(clients, "terse", { line: "something" })));
            }
            // The best of ten says what it costs; the others say what else the machine was doing.
            return Math.min(...silent) / Math.min(...logging);
        },
        expect: (ratio) => assert.ok(ratio < 2.5, `a silent invocation takes ${ratio} times as long`),
    });
});

async function milliseconds(call: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await call();
    return performance.now() - start;
}
