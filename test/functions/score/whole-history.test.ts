import assert from "node:assert/strict";
import fc from "fast-check";
import { alertsOf, decideAll, scoreAll } from "../../../functions/score/whole-history.ts";
import { sortKey } from "../../../model/account-features.ts";
import { marginOf, probabilityOf } from "../../../model/explain/ensemble.ts";
import { rowOf } from "../../../model/features.ts";
import { starterEnsemble } from "../../support/starter-model.ts";
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

describe("decideAll, with the model", () => {
    const ensemble = starterEnsemble();
    const attack = Array.from({ length: 12 }, (_, index) =>
        transaction({
            id: `live:${index}`,
            channel: "card",
            amountMinor: 100 + index,
            counterpartyId: `shop-${index}`,
            merchantCategory: "5999",
            occurredAt: later((180 + index / 2) * MINUTE),
        }),
    );

    it("takes the model's probability, rounded down to hundredths, and the model's threshold", () => {
        for (const [, one] of decideAll(attack, 0.01, { ensemble, threshold: 0.4 })) {
            const row = rowOf({ transaction: one.transaction, account: one.features });
            const probability = probabilityOf(marginOf(ensemble, row));
            assert.ok(one.score <= probability && probability < one.score + 0.01);
            assert.equal(one.verdict, one.score >= 0.4 ? "alert" : "pass");
            assert.equal(one.scoredBy, "model");
        }
    });

    it("explains alerts, and nothing else", () => {
        const decided = [...decideAll(attack, 0.7, { ensemble, threshold: 0.4 }).values()];
        const [alerts, passes] = ["alert", "pass"].map((is) => decided.filter(({ verdict }) => verdict === is));
        assert.ok(alerts?.length && passes?.length);
        for (const { reasons, score } of alerts) {
            assert.ok(reasons.length > 0 && reasons.length <= 5);
            assert.ok(reasons.reduce((sum, { points }) => sum + points, 0) <= score * 100 + 3);
        }
        for (const { reasons } of passes) assert.deepEqual(reasons, []);
    });

    it("falls back on the rules, or on the score, where no feature raised it", () => {
        const silent = { ...ensemble, baseMargin: 5, trees: [] };
        const reasons = (history: typeof attack) => [...alertsOf(history, 0.7, { ensemble: silent, threshold: 0.9 })];
        assert.deepEqual(
            reasons(attack).map(([, alert]) => alert.reasons[0]?.code),
            [...Array(3).fill("night"), ...Array(9).fill("small-card-payments")],
        );
        assert.deepEqual(
            reasons([transaction()]).map(([, alert]) => alert.reasons[0]?.code),
            ["model-score"],
        );
    });

    it("says what the rules say without a model", () => {
        const byRules = scoreAll(attack);
        for (const [id, { score, reasons, scoredBy }] of decideAll(attack, 0.7)) {
            assert.deepEqual({ score, reasons }, { score: byRules.get(id)?.score, reasons: byRules.get(id)?.reasons });
            assert.equal(scoredBy, "rules");
        }
    });
});
