import assert from "node:assert/strict";
import fc from "fast-check";
import { alertsOf, scoreAll } from "../../../functions/score/whole-history.ts";
import { sortKey } from "../../../model/account-features.ts";
import { histories, later, transaction } from "../support/transactions.ts";

const MINUTE = 60_000;

describe("scoreAll", () => {
    it("never lowers a score or drops a reason when history grows", () => {
        const growing = histories(30).chain((history) =>
            fc.tuple(fc.constant(history), fc.subarray(history, { minLength: 1 })),
        );
        fc.assert(
            fc.property(growing, ([history, known]) => {
                const all = scoreAll(history);
                for (const [id, before] of scoreAll(known)) {
                    const now = all.get(id);
                    assert.ok(now !== undefined && now.score >= before.score);
                    const codes = new Set(now.reasons.map(({ code }) => code));
                    for (const { code } of before.reasons) assert.ok(codes.has(code), code);
                }
            }),
            { numRuns: 300 },
        );
    });

    it("looks only at what came before", () => {
        fc.assert(
            fc.property(histories(30), (history) => {
                const sorted = [...history].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
                const all = scoreAll(history);
                for (const [index, { id }] of sorted.entries()) {
                    assert.deepEqual(scoreAll(sorted.slice(0, index + 1)).get(id), all.get(id));
                }
            }),
            { numRuns: 30 },
        );
    });

    it("does not mind the order or repeats of what it is given", () => {
        const shuffled = histories(30).chain((history) =>
            fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
        );
        fc.assert(
            fc.property(shuffled, ([history, other]) => {
                assert.deepEqual(
                    new Map([...scoreAll([...other, ...history])].sort()),
                    new Map([...scoreAll(history)].sort()),
                );
            }),
            { numRuns: 50 },
        );
    });

    it("keeps accounts apart", () => {
        const history = Array.from({ length: 8 }, (_, index) =>
            transaction({ id: `live:${index}`, accountId: `account-${index}`, channel: "card", amountMinor: 100 }),
        );
        assert.deepEqual([...alertsOf(history, 0.1)], []);
    });

    it("does not cost the square of a busy account's transactions", () => {
        // Each would lie in the windows of all before it; comparing all pairs would outlast the runner's patience.
        const history = Array.from({ length: 40_000 }, (_, index) =>
            transaction({ id: `live:${index}`, occurredAt: later(index), channel: "card" }),
        );
        assert.equal(scoreAll(history).get("live:39999")?.features.earlierInDay, 39_999);
    });
});

describe("alertsOf", () => {
    const history = [0, 1, 2].map((number) =>
        transaction({
            id: `live:${number}`,
            channel: "cash",
            amountMinor: 900_000,
            occurredAt: later((600 + number) * MINUTE),
        }),
    );

    it("holds what reaches the threshold, with score and reasons", () => {
        assert.deepEqual(
            [...alertsOf(history, 0.75)].map(([id, { score }]) => [id, score]),
            [["live:2", 0.75]],
        );
        assert.deepEqual(
            alertsOf(history, 0.75)
                .get("live:2")
                ?.reasons.map(({ code, points }) => [code, points]),
            [
                ["near-reporting-limit", 40],
                ["structuring", 35],
            ],
        );
        assert.deepEqual([...alertsOf(history, 0.4).keys()], ["live:1", "live:2"]);
        assert.deepEqual([...alertsOf(history, 0.76)], []);
    });

    it("never scores above one", () => {
        const extreme = history.map((one, index) => ({
            ...one,
            channel: "wire" as const,
            deviceId: `device-${index}`,
            country: "KP",
            occurredAt: later(index * MINUTE),
        }));
        assert.equal(scoreAll(extreme).get("live:2")?.score, 1);
    });
});
