import assert from "node:assert/strict";
import { type Counts, isBalanced } from "../../../operations/start/counts.ts";
import { differences } from "../../../operations/start/expected.ts";
import { summaryOf } from "../../../operations/start/summary.ts";

const counts: Counts = {
    in: 10,
    scored: 5,
    duplicates: 1,
    quarantined: new Map([
        ["invalid-amount", 2],
        ["conflict", 1],
    ]),
    deadLettered: 1,
    alerts: 1,
    underway: 0,
};
const expected = {
    in: 10,
    scored: 5,
    duplicates: 1,
    quarantined: { total: 3, byReason: { "invalid-amount": 2, conflict: 1 } },
    deadLettered: 1,
    alerts: 1,
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

describe("expected outcome", () => {
    it("finds nothing to say of the same counts", () => assert.deepEqual(differences(expected, counts), []));

    it("names each count that differs, by reason too", () => {
        const quarantined = new Map([["invalid-time", 3]]);
        assert.deepEqual(differences(expected, { ...counts, alerts: 2, quarantined }), [
            "alerts: 2, not 1",
            "quarantined as invalid-amount: 0, not 2",
            "quarantined as conflict: 0, not 1",
            "quarantined as invalid-time: 3, not 0",
        ]);
    });
});

describe("summary", () => {
    it("says all counts, the most frequent reason first", () => {
        assert.deepEqual(summaryOf(counts, { total: 1.5 }, true), {
            in: 10,
            screened: 5,
            quarantined: 3,
            quarantinedByReason: { "invalid-amount": 2, conflict: 1 },
            duplicates: 1,
            scored: 5,
            deadLettered: 1,
            alerts: 1,
            balanced: true,
            asExpected: true,
            seconds: { total: 1.5 },
        });
    });
});
