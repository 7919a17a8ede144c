import assert from "node:assert/strict";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { answer } from "../../../functions/adapters/answer.ts";

/** A logger and metrics that keep what they are told. */
function witness() {
    const logged: unknown[][] = [];
    const counted = new Map<string, number>();
    let published = 0;
    const metrics = Object.assign(new Metrics({ namespace: "Tests", serviceName: "tests" }), {
        addMetric: (name: string, _: string, value: number) => void counted.set(name, value),
        publishStoredMetrics: () => void published++,
    });
    const logger = {
        info: (...words: unknown[]) => void logged.push(["info", ...words]),
        error: (...words: unknown[]) => void logged.push(["error", ...words]),
    };
    return { logger, metrics, logged, counted, publications: () => published };
}

describe("the answer to a batch", () => {
    it("names the messages to deliver again, and says why of each", () => {
        const { logger, metrics, logged } = witness();
        const failures = new Map<string, unknown>([
            ["m-1", new TypeError("broken")],
            ["m-2", "throttled"],
        ]);
        assert.deepEqual(answer(failures, { scored: 3 }, { logger, metrics }), {
            batchItemFailures: [{ itemIdentifier: "m-1" }, { itemIdentifier: "m-2" }],
        });
        const again = "message failed and will be delivered again";
        assert.deepEqual(logged, [
            ["error", again, { messageId: "m-1", cause: "TypeError: broken" }],
            ["error", again, { messageId: "m-2", cause: "throttled" }],
            ["info", "batch processed", { scored: 3, failed: 2 }],
        ]);
    });

    it("counts what happened, and nothing that did not", () => {
        const { logger, metrics, counted, publications } = witness();
        assert.deepEqual(answer(new Map(), { scored: 3, alerts: 0 }, { logger, metrics }), { batchItemFailures: [] });
        assert.deepEqual([...counted], [["scored", 3]]);
        assert.equal(publications(), 1);
    });
});
