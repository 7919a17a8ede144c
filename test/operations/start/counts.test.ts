import assert from "node:assert/strict";
import { type Counts, isBalanced, isLoaded } from "../../../operations/start/counts.ts";
import { differences } from "../../../operations/start/expected.ts";
import { countLines, summaryOf } from "../../../operations/start/summary.ts";

const counts: Counts = {
    in: 10,
    scored: 5,
    byModel: 4,
    duplicates: 1,
    quarantined: new Map([
        ["invalid-amount", 2],
        ["conflict", 1],
    ]),
    deadLettered: 1,
    alerts: 1,
    underway: 0,
    loaded: 5,
    refusalsLoaded: 3,
};
const expected = {
    in: 10,
    scored: 5,
    scoredByModel: 4,
    duplicates: 1,
    quarantined: { total: 3, byReason: { "invalid-amount": 2, conflict: 1 } },
    deadLettered: 1,
    alerts: 1,
    rules: { alerts: 2, fraudAlerted: 1, fraud: 4, precision: 0.5, recall: 0.25 },
};

describe("conservation", () => {
    it("holds when all that came in is scored, refused, a duplicate or parked", () => {
        assert.equal(isBalanced(counts), true);
    });
    for (const { title, change } of [
        { title: "a unit is missing", change: { in: 11 } },
        { title: "a unit is counted twice", change: { scored: 6 } },
        { title: "a transaction is still under way", change: { in: 10, underway: 1 } },
    ]) {
        it(`does not hold when ${title}`, () => assert.equal(isBalanced({ ...counts, ...change }), false));
    }
});

describe("the warehouse", () => {
    it("is loaded when it has as many transactions as were scored, no fewer and no more", () => {
        assert.deepEqual(
            [4, 5, 6].map((loaded) => isLoaded({ ...counts, loaded })),
            [false, true, false],
        );
    });

    it("is loaded when it has as many refusals as there were, too", () => {
        assert.deepEqual(
            [2, 3, 4].map((refusalsLoaded) => isLoaded({ ...counts, refusalsLoaded })),
            [false, true, false],
        );
    });
});

describe("expected outcome", () => {
    it("finds nothing to say of the same counts", () => assert.deepEqual(differences(expected, counts), []));

    it("names each count that differs, by reason too", () => {
        const quarantined = new Map([["invalid-time", 3]]);
        assert.deepEqual(differences(expected, { ...counts, alerts: 2, byModel: 3, quarantined }), [
            "scored by the model: 3, not 4",
            "alerts: 2, not 1",
            "quarantined as invalid-amount: 0, not 2",
            "quarantined as conflict: 0, not 1",
            "quarantined as invalid-time: 3, not 0",
        ]);
    });
});

describe("summary", () => {
    const run = { alerts: 4, fraudAlerted: 3, fraud: 4, precision: 0.75, recall: 0.75 };
    const quality = { run, rules: expected.rules };

    it("says all counts, the most frequent reason first", () => {
        assert.deepEqual(summaryOf(counts, { total: 1.5 }, { asExpected: true, quality }), {
            in: 10,
            screened: 5,
            quarantined: 3,
            quarantinedByReason: { "invalid-amount": 2, conflict: 1 },
            duplicates: 1,
            scored: 5,
            scoredByModel: 4,
            scoredByRules: 1,
            deadLettered: 1,
            alerts: 1,
            loaded: 5,
            refusalsLoaded: 3,
            loadedAll: true,
            balanced: true,
            asExpected: true,
            quality,
            seconds: { total: 1.5 },
        });
    });

    it("says less of samples that nobody labelled", () => {
        const { asExpected, quality, ...all } = summaryOf(counts, { total: 1.5 });
        assert.deepEqual([asExpected, quality, all.scored], [undefined, undefined, 5]);
    });

    it("tells who scored, and how long that took, before what was found", () => {
        const lines = countLines(counts, [1000, 2000]);
        const at = lines.findIndex((line) => line.includes("scored"));
        assert.deepEqual(lines.slice(at, at + 4), [
            "  scored             5   by the model 4, by the rules 1",
            "                         from receipt to verdict: half within 1.0 s, 95 % within 2.0 s",
            "  loaded             5   in the warehouse, each once, and 3 refusals",
            "  dead letters       1   parked, with their cause",
        ]);
        assert.match(lines[3] ?? "", /^ +invalid-amount 2, conflict 1$/);
    });
});
