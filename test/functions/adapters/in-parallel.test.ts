import assert from "node:assert/strict";
import { chunks, groupedBy } from "../../../functions/adapters/grouping.ts";
import { inParallel } from "../../../functions/adapters/in-parallel.ts";

describe("inParallel", () => {
    it("runs at most as many tasks at once as it may, and all of them", async () => {
        let [running, most] = [0, 0];
        const outcomes = await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
            most = Math.max(most, ++running);
            await new Promise((resolve) => setTimeout(resolve, 6 - item));
            running--;
            return item * 10;
        });
        assert.equal(most, 2);
        assert.deepEqual(
            outcomes.map((outcome) => outcome.status === "fulfilled" && outcome.value),
            [10, 20, 30, 40, 50],
        );
    });

    it("lets the others go on when one fails, even at once", async () => {
        const outcomes = await inParallel([1, 2, 3], 1, (item) => {
            if (item === 2) throw new Error("two");
            return Promise.resolve(item);
        });
        assert.deepEqual(
            outcomes.map(({ status }) => status),
            ["fulfilled", "rejected", "fulfilled"],
        );
    });
});

describe("grouping", () => {
    it("cuts items into groups, the last one smaller", () => {
        assert.deepEqual(chunks([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
        assert.deepEqual(chunks([], 2), []);
    });

    it("groups items by a key, in order", () => {
        assert.deepEqual(
            [...groupedBy([1, 2, 3, 4], (item) => item % 2)],
            [
                [1, [1, 3]],
                [0, [2, 4]],
            ],
        );
    });
});
