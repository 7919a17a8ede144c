import assert from "node:assert/strict";
import fc from "fast-check";
import { canonicalJson } from "../../../contract/transaction/transaction.ts";
import type { Delivery } from "../../../functions/screen/delivery.ts";
import { screen } from "../../../functions/screen/screen.ts";
import { type Cloud, emptyCloud, type Fault, portsTo } from "../support/cloud.ts";
import { inputs } from "../support/inputs.ts";
import { delivery, message, NOW, quarantined, run } from "../support/screen-runs.ts";
import { transaction } from "../support/transactions.ts";

/** Where each delivery ended, by origin: that is what the books are kept by. */
function endOf(cloud: Cloud, origin: string): string[] {
    const ends: string[] = [];
    const sent = new Set(
        [...cloud.screened, ...cloud.screenedBulk].map(
            ({ body, attributes }) => `${JSON.parse(body).id} ${attributes.origin?.StringValue}`,
        ),
    );
    for (const row of cloud.ledger.values()) {
        if (row.origin === origin && sent.has(`${row.id} ${origin}`)) ends.push("forwarded");
        if (row.duplicateOrigins?.has(origin)) ends.push("duplicate");
    }
    const line = quarantined(cloud).get(origin);
    if (line !== undefined) ends.push(line.reason ?? "");
    return ends;
}

const ends = (cloud: Cloud, batch: readonly Delivery[]): string[] =>
    batch.flatMap(({ origin }) => endOf(cloud, origin));

describe("screen", () => {
    it("forwards a transaction in canonical form with its envelope", async () => {
        const cloud = emptyCloud();
        const { id, ...rest } = transaction();
        const { outcome } = await run(cloud, [message(JSON.stringify({ ...rest, id }), "sqs:1")]);
        assert.equal(outcome.forwarded, 1);
        assert.deepEqual(cloud.screened, [
            {
                body: canonicalJson(transaction()),
                attributes: {
                    origin: { DataType: "String", StringValue: "sqs:1" },
                    receivedAt: { DataType: "String", StringValue: "2026-03-02T12:00:30.000Z" },
                },
            },
        ]);
        assert.equal(cloud.ledger.get("live:1")?.state, "claimed");
    });

    it("forwards what came out of files apart from what somebody waits for", async () => {
        const cloud = emptyCloud();
        const live = delivery({ id: "live:a" }, "sqs:a");
        const ofFile = delivery({ id: "live:b" }, "s3:card-network/one.csv#v1#7");
        const { outcome } = await run(cloud, [ofFile, live]);
        assert.equal(outcome.forwarded, 2);
        const ids = (queue: Cloud["screened"]) => queue.map(({ body }) => JSON.parse(body).id);
        assert.deepEqual([ids(cloud.screened), ids(cloud.screenedBulk)], [["live:a"], ["live:b"]]);
    });

    it("holds up no live transaction when the queue of those out of files refuses", async () => {
        const cloud = emptyCloud();
        const live = delivery({ id: "live:a" }, "sqs:a");
        const ofFile = delivery({ id: "live:b" }, "s3:card-network/one.csv#v1#7");
        const ports = portsTo(cloud);
        ports.screenedBulk = {
            send: async (all) => all.map(() => ({ status: "rejected", reason: new Error("full") })),
        };
        const { failures } = await screen([ofFile, live], ports, NOW);
        assert.deepEqual([...failures.keys()], [ofFile.messageId]);
        assert.deepEqual(
            cloud.screened.map(({ body }) => JSON.parse(body).id),
            ["live:a"],
        );
    });

    it("forwards a delivery again that comes again before its transaction is scored, and never afterwards", async () => {
        const cloud = emptyCloud();
        const first = delivery();
        await run(cloud, [first]);
        const again = await run(cloud, [first]);
        assert.deepEqual([again.outcome.forwarded, again.outcome.duplicates, cloud.screened.length], [1, 0, 2]);
        const row = cloud.ledger.get("live:1");
        assert.ok(row);
        row.state = "scored";
        const { outcome } = await run(cloud, [first]);
        assert.deepEqual([outcome.forwarded, outcome.retried, cloud.screened.length], [0, 1, 2]);
    });

    it("does not forward again what an earlier version marked as forwarded", async () => {
        const cloud = emptyCloud();
        const first = delivery();
        await run(cloud, [first]);
        const row = cloud.ledger.get("live:1");
        assert.ok(row);
        row.state = "forwarded";
        const { outcome } = await run(cloud, [first]);
        assert.deepEqual([outcome.forwarded, outcome.retried, cloud.screened.length], [0, 1, 1]);
    });

    it("counts another delivery of the same transaction once, however often it comes", async () => {
        const cloud = emptyCloud();
        const second = delivery({}, "sqs:second");
        await run(cloud, [delivery()]);
        await run(cloud, [second]);
        const { outcome } = await run(cloud, [second]);
        assert.equal(outcome.duplicates, 1);
        assert.deepEqual(cloud.ledger.get("live:1")?.duplicateOrigins, new Set(["sqs:second"]));
        assert.equal(cloud.screened.length, 1);
    });

    it("leaves forwarding to the delivery that claimed, and loses nothing when that one died", async () => {
        const cloud = emptyCloud();
        const first = delivery();
        const second = delivery();
        await run(cloud, [first], { fault: { at: 1, when: "before", kills: true } });
        assert.equal(cloud.ledger.get("live:1")?.state, "claimed");
        await run(cloud, [second]);
        assert.equal(cloud.screened.length, 0);
        await run(cloud, [first]);
        assert.deepEqual(ends(cloud, [first, second]), ["forwarded", "duplicate"]);
    });

    it("puts another content under the same id aside, and names its origin in the ledger", async () => {
        const cloud = emptyCloud();
        const other = delivery({ amountMinor: 999 });
        await run(cloud, [delivery(), other]);
        assert.deepEqual(ends(cloud, [other]), ["conflict"]);
        assert.deepEqual(cloud.ledger.get("live:1")?.conflictOrigins, new Set([other.origin]));
        assert.equal(cloud.screened.length, 1);
    });

    it("names a conflict in the ledger only once it is in quarantine", async () => {
        const cloud = emptyCloud();
        await run(cloud, [delivery()]);
        const ports = portsTo(cloud);
        ports.quarantine.write = () => Promise.reject(new Error("throttled"));
        const { again } = await run(cloud, [delivery({ amountMinor: 999 })], { ports });
        assert.equal(again.length, 1);
        assert.equal(cloud.ledger.get("live:1")?.conflictOrigins, undefined);
    });

    it("keeps apart what one batch holds under one id", async () => {
        const cloud = emptyCloud();
        const first = delivery({}, "sqs:1");
        const batch = [
            first,
            delivery({}, "sqs:1"),
            delivery({}, "sqs:2"),
            delivery({}, "sqs:3"),
            delivery({ country: "FR" }, "sqs:4"),
        ];
        const { outcome } = await run(cloud, batch);
        assert.deepEqual([outcome.duplicates, outcome.quarantined], [2, 1]);
        assert.equal(cloud.screened.length, 1);
        assert.deepEqual(ends(cloud, [first, ...batch.slice(2)]), ["forwarded", "duplicate", "duplicate", "conflict"]);
    });

    it("gives back only the messages that the queue refused, and leaves them claimed", async () => {
        const cloud = emptyCloud();
        const [good, bad] = [delivery(), delivery({ id: "live:2" })];
        const ports = portsTo(cloud);
        const { send } = ports.screened;
        ports.screened.send = async (messages) => [
            ...(await send(messages.slice(0, 1))),
            { status: "rejected", reason: new Error("throttled") },
        ];
        const { outcome } = await run(cloud, [good, bad], { ports });
        assert.deepEqual([...outcome.failures.keys()], [bad.messageId]);
        assert.equal(cloud.ledger.get("live:2")?.state, "claimed");
        await run(cloud, [bad]);
        assert.deepEqual(ends(cloud, [good, bad]), ["forwarded", "forwarded"]);
    });
});

/** Something of everything. */
function mixedBatch(): Delivery[] {
    return [
        delivery({ id: "live:1" }),
        delivery({ id: "live:2" }),
        delivery({ id: "live:1" }),
        delivery({ id: "live:2", amountMinor: 7 }),
        delivery({ id: "live:3", counterpartyId: "account-1" }),
        message("poison"),
        message('{"pan":"4111111111111111"}'),
    ];
}

describe("screen, killed or failing between any two effects", () => {
    for (const when of ["before", "after"] as const) {
        it(`ends the same after a kill ${when} each effect and a redelivery`, async () => {
            const undisturbed = emptyCloud();
            const batch = mixedBatch();
            const { effects } = await run(undisturbed, batch);
            assert.ok(effects > 15);
            for (let at = 0; at < effects; at++) {
                const cloud = emptyCloud();
                const { again } = await run(cloud, batch, { fault: { at, when, kills: true } });
                assert.deepEqual(again, batch);
                await run(cloud, again);
                assert.deepEqual(ends(cloud, batch), ends(undisturbed, batch));
                assert.deepEqual(cloud.ledger, undisturbed.ledger);
            }
        });

        it(`accounts for each delivery once after an error ${when} each effect and a redelivery`, async () => {
            const batch = mixedBatch();
            const { effects } = await run(emptyCloud(), batch);
            for (let at = 0; at < effects; at++) {
                const cloud = emptyCloud();
                const { again } = await run(cloud, batch, { fault: { at, when, kills: false } });
                await run(cloud, again);
                for (const { origin } of batch) assert.equal(endOf(cloud, origin).length, 1, `${origin}, effect ${at}`);
            }
        });
    }
});

describe("screen, whatever the order", () => {
    /** Few ids and contents, so that they meet; each delivery comes once or several times. */
    const deliveries = fc
        .array(
            fc.record({
                id: fc.constantFrom("live:1", "live:2", "live:3"),
                amountMinor: fc.constantFrom(100, 100, 200),
                copies: fc.integer({ min: 1, max: 3 }),
                poison: fc.constantFrom(false, false, false, true),
            }),
            { minLength: 1, maxLength: 12 },
        )
        .map((list) =>
            list.map(({ id, amountMinor, copies, poison }) => ({
                copies,
                delivery: poison ? message("poison") : delivery({ id, amountMinor }),
            })),
        );
    const faults = fc.array(
        fc.record({
            at: fc.integer({ min: 0, max: 30 }),
            when: fc.constantFrom("before" as const, "after" as const),
            kills: fc.boolean(),
        }),
        { maxLength: 5 },
    );

    it("accounts for each delivery exactly once, through kills, redeliveries and concurrent invocations", async () => {
        await fc.assert(
            fc.asyncProperty(
                deliveries.chain((list) => {
                    const all = list.flatMap(({ delivery, copies }) => Array.from({ length: copies }, () => delivery));
                    return fc.tuple(fc.constant(list), fc.shuffledSubarray(all, { minLength: all.length }));
                }),
                faults,
                fc.integer({ min: 1, max: 5 }),
                fc.scheduler(),
                async ([list, order], planned, size, scheduler) => {
                    const cloud = emptyCloud();
                    const turn = (): Promise<void> => scheduler.schedule(Promise.resolve());
                    const faultsLeft: Fault[] = [...planned];
                    let waiting = order;
                    while (waiting.length > 0) {
                        const batches = cut(waiting, size);
                        const runs = batches.map((batch) => {
                            const fault = faultsLeft.shift();
                            const ports = portsTo(cloud, fault, turn);
                            return run(cloud, batch, fault === undefined ? { ports } : { ports, fault });
                        });
                        const done = await scheduler.waitFor(Promise.all(runs));
                        waiting = done.flatMap(({ again }) => again);
                    }
                    for (const { delivery } of list) {
                        assert.equal(endOf(cloud, delivery.origin).length, 1, delivery.body);
                    }
                },
            ),
            inputs(300),
        );
    });
});

function cut<Item>(items: readonly Item[], size: number): Item[][] {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
        items.slice(index * size, (index + 1) * size),
    );
}
