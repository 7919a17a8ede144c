import assert from "node:assert/strict";
import type { LedgerRow } from "../../../functions/adapters/ledger-row.ts";
import { alertsOf } from "../../../operations/console/alerts.ts";
import { type Flagged, flaggedIn } from "../../../operations/start/flagged.ts";

const flagged: Flagged = {
    id: "mobile-bank:1",
    source: "mobile-bank",
    occurredAt: "2026-10-03T19:46:00.000Z",
    amountMinor: 79722,
    currency: "EUR",
    channel: "instant",
    country: "DE",
    score: 0.91,
    reasons: [{ code: "amount", text: "amount worth 797 EUR", points: 60 }],
};
const row: LedgerRow = {
    id: "mobile-bank:1",
    source: "mobile-bank",
    contentHash: "hash",
    origin: "sqs:1",
    occurredAt: flagged.occurredAt,
    receivedAt: "2026-10-03T19:47:00.000Z",
    claimedAt: "2026-10-03T19:47:01.000Z",
    state: "scored",
    scoredAt: "2026-10-03T19:47:02.000Z",
    alertedAt: "2026-10-03T19:47:03.000Z",
    verdict: "alert",
    score: 0.99,
    scoredBy: "model",
    revision: 2,
    reasons: [
        { code: "a", text: "3 receivers of money within an hour", points: 20 },
        { code: "b", text: "3 receivers of money within an hour", points: 5 },
    ],
};
const only = (rows: LedgerRow[]) => {
    const [alert] = alertsOf([flagged], new Map(rows.map((one) => [one.id, one])));
    assert.ok(alert);
    return alert;
};

describe("an alert in the console", () => {
    it("has the score and the reasons that the ledger holds now, each reason once with all its points", () => {
        const { score, scoredBy, reasons, amount } = only([row]);
        assert.deepEqual(
            { score, scoredBy, reasons, amount },
            {
                score: 0.99,
                scoredBy: "model",
                reasons: [{ text: "3 receivers of money within an hour", points: 25 }],
                amount: "EUR 797.22",
            },
        );
    });

    it("has what its record says while the ledger does not know it yet", () => {
        const { score, history, reasons } = only([]);
        assert.deepEqual({ score, history }, { score: 0.91, history: [{ at: flagged.occurredAt, what: "occurred" }] });
        assert.deepEqual(reasons, [{ text: "amount worth 797 EUR", points: 60 }]);
    });

    it("tells its history from the transaction to the last decision", () => {
        const decisions = [
            { decision: "legitimate", decidedAt: "2026-10-03T20:00:00.000Z", decidedBy: "a.meier" },
            { decision: "fraud", decidedAt: "2026-10-03T21:00:00.000Z", decidedBy: "b.koch", note: "customer called" },
        ] as const;
        const decided = {
            decision: "fraud",
            decidedAt: decisions[1].decidedAt,
            decidedBy: "b.koch",
            decisions,
        } as const;
        const { history, decision } = only([{ ...row, ...decided }]);
        assert.deepEqual(
            history.map(({ what }) => what),
            [
                "occurred",
                "received from mobile-bank",
                "passed the sanity rules, claimed once",
                "scored 0.99 by the model",
                "alert sent over SNS",
                "decided legitimate by a.meier",
                "decided fraud by b.koch: customer called",
            ],
        );
        assert.deepEqual(decision, { decision: "fraud", by: "b.koch", at: "2026-10-03T21:00:00.000Z" });
    });

    it("is withdrawn when a later look made it pass", () => {
        assert.equal(only([row]).withdrawn, false);
        assert.equal(only([{ ...row, verdict: "pass" }]).withdrawn, true);
    });

    it("stands before those that were scored earlier", () => {
        const other = { ...flagged, id: "mobile-bank:2" };
        const later = { ...row, id: other.id, scoredAt: "2026-10-03T23:00:00.000Z" };
        const rows = new Map([row, later].map((one) => [one.id, one]));
        assert.deepEqual(
            alertsOf([flagged, other], rows).map(({ id }) => id),
            ["mobile-bank:2", "mobile-bank:1"],
        );
    });

    it("is made of records with that verdict only, and of nothing about an account", () => {
        const record = { ...flagged, accountId: "DE6313", cardToken: "tok", verdict: "alert" };
        assert.deepEqual(flaggedIn(record), flagged);
        assert.equal(flaggedIn({ ...record, verdict: "pass" }), undefined);
    });
});
