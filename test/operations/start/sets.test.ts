import assert from "node:assert/strict";
import { age, exchangeLines } from "../../../operations/start/sets.ts";
import { exitCodeOf } from "../../../operations/start/summary.ts";

const RUN = "aeaef004-0000-4000-8000-000000000001";
const sets = { "sanctions-list": { rows: 1234, run: RUN, completedAt: "2026-03-05T08:00:00.000Z", ageSeconds: 70 } };

describe("the exchange in the summary", () => {
    it("says of each set how large and how old it is, what rests on it, and how the other way went", () => {
        const requested = { runs: [{ pipeline: "sanctions-list", run: RUN }] };
        const lines = exchangeLines({ sets, notBrought: [], requested }, { withSets: 3600, doubtful: 2 });
        assert.deepEqual(lines, [
            "From Azure to AWS, by the factory's own token:",
            "  sanctions-list                1,234 rows       70 s old   run aeaef004",
            "  3,600 verdicts rest on every set that they should, 2 are flagged",
            "From AWS to Azure, by a token of the role of request: 1 runs asked for and watched to their end.",
        ]);
    });

    it("says what did not come, and why a run that was asked for did not end well", () => {
        const requested = { fault: "sanctions-list: run 1 ended Failed" };
        const lines = exchangeLines(
            { sets: {}, notBrought: ["sanctions-list"], requested },
            { withSets: 0, doubtful: 9 },
        );
        assert.deepEqual(lines, [
            "No set came from Azure.",
            "  NOT BROUGHT: sanctions-list",
            "  0 verdicts rest on every set that they should, 9 are flagged",
            "From AWS to Azure, by a token of the role of request: FAILED, sanctions-list: run 1 ended Failed.",
        ]);
    });

    it("fails the command when either way failed", () => {
        const well = { balanced: true, loadedAll: true } as Parameters<typeof exitCodeOf>[0];
        const exchange = { sets, notBrought: [], verdictsWithSets: 1, verdictsInDoubt: 0, requested: { runs: [] } };
        assert.equal(exitCodeOf({ ...well, exchange }), 0);
        assert.equal(exitCodeOf({ ...well, exchange: { ...exchange, requested: { fault: "no" } } }), 1);
        assert.equal(exitCodeOf({ ...well, exchange: { ...exchange, notBrought: ["sanctions-list"] } }), 1);
    });

    it("tells an age in the unit that a person would", () => {
        assert.deepEqual([0, 119, 120, 7199, 7200, 172_799, 172_800].map(age), [
            ...["0 s", "119 s", "2 min", "119 min", "2 h", "47 h", "2 days"],
        ]);
    });
});
