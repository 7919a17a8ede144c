import assert from "node:assert/strict";
import fc from "fast-check";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import { type Cloud, emptyCloud, type Fault, portsTo } from "../support/cloud.ts";
import { alertsSent, endings, expectedEndings, recordLines } from "../support/ending.ts";
import { forwarded, run, settings } from "../support/score-runs.ts";
import { histories, later, transaction } from "../support/transactions.ts";

const MINUTE = 60_000;

/** Nine small card payments within nine minutes: from the eighth on, each is an alert. */
const testing = Array.from({ length: 9 }, (_, index) =>
    transaction({
        id: `live:${index}`,
        channel: "card",
        amountMinor: 100,
        counterpartyId: `shop-${index}`,
        occurredAt: later((600 + index) * MINUTE),
    }),
);

async function cloudAfter(...batches: Transaction[][]): Promise<Cloud> {
    const cloud = emptyCloud();
    forwarded(cloud, batches.flat());
    for (const batch of batches) await run(cloud, batch);
    return cloud;
}

const alertIds = (cloud: Cloud): string[] => [...new Set(alertsSent(cloud))];

function assertEnding(cloud: Cloud, transactions: readonly Transaction[]): void {
    const expected = expectedEndings(transactions, settings.alertThreshold);
    assert.deepEqual(endings(cloud), expected);
    const alerts = Object.values(expected).flatMap(({ alertId }) => alertId ?? []);
    assert.deepEqual(alertIds(cloud), alerts.sort());
}

describe("score", () => {
    it("scores a batch as the whole history would", async () => {
        assertEnding(await cloudAfter(testing), testing);
    });

    it("scores as the whole history would when the earliest come last", async () => {
        assertEnding(await cloudAfter(testing.slice(1), testing.slice(0, 1)), testing);
        assertEnding(await cloudAfter(...testing.map((one) => [one]).reverse()), testing);
    });

    it("alerts when a late transaction turns a later one into fraud", async () => {
        const [late, ...rest] = testing.slice(0, 8) as [Transaction, ...Transaction[]];
        const cloud = emptyCloud();
        forwarded(cloud, testing);
        await run(cloud, rest);
        assert.deepEqual(alertsSent(cloud), []);
        const { outcome } = await run(cloud, [late]);
        assert.equal(outcome.scored, 1);
        assert.equal(outcome.alerts, 1);
        assert.equal(cloud.ledger.get("live:7")?.verdict, "alert");
        assert.equal(alertsSent(cloud).length, 1);
    });

    it("records what a late transaction changed under a greater revision", async () => {
        const [late, ...rest] = testing.slice(0, 8) as [Transaction, ...Transaction[]];
        const cloud = await cloudAfter(rest, [late]);
        const lines = recordLines(cloud).filter(({ id }) => id === "live:7");
        assert.deepEqual(
            lines.map(({ verdict, revision }) => [verdict, revision]),
            [
                ["pass", 14],
                ["alert", 16],
            ],
        );
    });

    it("does nothing when a scored transaction is delivered again", async () => {
        const cloud = await cloudAfter(testing);
        const [rows, keys, sent] = [structuredClone(cloud.ledger), [...cloud.objects.keys()], alertsSent(cloud)];
        const { outcome, effects } = await run(cloud, testing);
        assert.equal(outcome.retried, testing.length);
        assert.deepEqual([cloud.ledger, [...cloud.objects.keys()], alertsSent(cloud)], [rows, keys, sent]);
        assert.equal(effects, 2);
    });

    it("scores a transaction once that lies in a batch twice", async () => {
        const cloud = emptyCloud();
        forwarded(cloud, [transaction()]);
        const { outcome } = await run(cloud, [transaction(), transaction()]);
        assert.equal(outcome.scored, 1);
        assert.equal(recordLines(cloud).length, 1);
    });

    it("gives back what is no transaction, and scores the rest", async () => {
        const cloud = emptyCloud();
        forwarded(cloud, [transaction()]);
        const poison = { ...transaction({ id: "live:poison" }), amountMinor: -5 };
        const { outcome } = await run(cloud, [poison, transaction()]);
        assert.deepEqual([...outcome.failures.keys()], ["m-live:poison"]);
        assert.equal(cloud.ledger.get("live:1")?.state, "scored");
    });

    it("gives back what nobody claimed, and keeps it out of the account's activity", async () => {
        const cloud = emptyCloud();
        const { outcome } = await run(cloud, [transaction()]);
        assert.deepEqual([...outcome.failures.keys()], ["m-live:1"]);
        assert.equal(cloud.activity.size, 0);
    });

    it("gives back what differs from the content that was claimed", async () => {
        const cloud = emptyCloud();
        forwarded(cloud, [transaction()]);
        const { outcome } = await run(cloud, [transaction({ amountMinor: 1 })]);
        assert.deepEqual([...outcome.failures.keys()], ["m-live:1"]);
    });

    it("gives back only the accounts that a fault touched", async () => {
        const other = transaction({ id: "live:other", accountId: "account-2" });
        const cloud = emptyCloud();
        forwarded(cloud, [transaction(), other]);
        const ports = portsTo(cloud);
        const { read } = ports.activity;
        ports.activity.read = (accountId, from, to) =>
            accountId === "account-2" ? Promise.reject(new Error("throttled")) : read(accountId, from, to);
        const { outcome } = await run(cloud, [transaction(), other], { ports });
        assert.deepEqual([...outcome.failures.keys()], ["m-live:other"]);
        assert.equal(cloud.ledger.get("live:1")?.state, "scored");
    });

    it("says in every record what the score is made of", async () => {
        const cloud = await cloudAfter(testing.slice(0, 4));
        const line = recordLines(cloud).find(({ id }) => id === "live:3");
        assert.deepEqual(line?.reasons, [
            { code: "small-card-payments", text: "4 card payments of at most 5 EUR within 10 minutes", points: 40 },
        ]);
        assert.equal(line?.origin, "sqs:live:3");
        // Received when it occurred, in this world.
        assert.equal(line?.receivedAt, line?.occurredAt);
        assert.equal(line?.features.smallCardPayments, 4);
    });
});

describe("score, killed or failing between any two effects", () => {
    const early = testing.slice(0, 2);
    const rest = [...testing.slice(2), transaction({ id: "live:other", accountId: "account-2" })];
    const all = [...early, ...rest];

    for (const kills of [true, false]) {
        for (const when of ["before", "after"] as const) {
            it(`ends the same after ${kills ? "a kill" : "an error"} ${when} each effect and a redelivery`, async () => {
                const prepared = async (): Promise<Cloud> => {
                    const cloud = emptyCloud();
                    forwarded(cloud, all);
                    await run(cloud, rest);
                    return cloud;
                };
                const { effects } = await run(await prepared(), early);
                assert.ok(effects > 10);
                for (let at = 0; at < effects; at++) {
                    const cloud = await prepared();
                    const fault: Fault = { at, when, kills };
                    const { again } = await run(cloud, early, { fault });
                    await run(cloud, again);
                    assertEnding(cloud, all);
                }
            });
        }
    }
});

describe("score, whatever the order", () => {
    /** Batches in any order and size, some delivered twice. */
    const deliveries = histories(24).chain((history) =>
        fc
            .tuple(
                fc.shuffledSubarray(history, { minLength: history.length }),
                fc.subarray(history),
                fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 12 }),
            )
            .map(([order, again, sizes]) => ({ history, batches: cut([...order, ...again], sizes) })),
    );

    it("ends as the whole history would, one batch after another", async () => {
        await fc.assert(
            fc.asyncProperty(deliveries, async ({ history, batches }) => {
                const cloud = emptyCloud();
                forwarded(cloud, history);
                for (const batch of batches) await run(cloud, batch);
                assertEnding(cloud, history);
            }),
            { numRuns: 150 },
        );
    });

    it("ends as the whole history would when invocations run into each other", async () => {
        await fc.assert(
            fc.asyncProperty(deliveries, fc.scheduler(), async ({ history, batches }, scheduler) => {
                const cloud = emptyCloud();
                forwarded(cloud, history);
                const turn = (): Promise<void> => scheduler.schedule(Promise.resolve());
                const runs = batches.map((batch) => run(cloud, batch, { ports: portsTo(cloud, undefined, turn) }));
                await scheduler.waitFor(Promise.all(runs));
                assertEnding(cloud, history);
            }),
            { numRuns: 150 },
        );
    });

    it("ends as the whole history would after kills at any point", async () => {
        const faults = fc.array(
            fc.record({
                at: fc.integer({ min: 0, max: 60 }),
                when: fc.constantFrom("before" as const, "after" as const),
                kills: fc.boolean(),
            }),
            { maxLength: 6 },
        );
        await fc.assert(
            fc.asyncProperty(deliveries, faults, async ({ history, batches }, list) => {
                const cloud = emptyCloud();
                forwarded(cloud, history);
                const waiting = [...batches];
                const faultsLeft = [...list];
                for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
                    const fault = faultsLeft.shift();
                    const { again } = await run(cloud, batch, fault === undefined ? {} : { fault });
                    if (again.length > 0) waiting.push(again);
                }
                assertEnding(cloud, history);
            }),
            { numRuns: 150 },
        );
    });
});

function cut<Item>(items: readonly Item[], sizes: readonly number[]): Item[][] {
    const batches: Item[][] = [];
    for (let start = 0, number = 0; start < items.length; number++) {
        const size = sizes[number % sizes.length] ?? 1;
        batches.push(items.slice(start, start + size));
        start += size;
    }
    return batches;
}
