import assert from "node:assert/strict";
import { emptyCloud, type Ports, portsTo } from "../support/cloud.ts";
import { delivery, message, quarantined, run } from "../support/screen-runs.ts";

const counts = async (ports: Ports, batch: ReturnType<typeof message>[], cloud = emptyCloud()) => {
    const { outcome } = await run(cloud, batch, { ports });
    const { failures, ...rest } = outcome;
    return { ...rest, failed: [...failures.keys()] };
};
const NOTHING = { forwarded: 0, retried: 0, duplicates: 0, quarantined: 0 };

describe("what screen counts", () => {
    it("is no message that comes again because a queue, the ledger or the quarantine did not take it", async () => {
        const cloud = emptyCloud();
        const [first, second, other, bad] = [delivery(), delivery(), delivery({ amountMinor: 1 }), message("x")];
        await run(cloud, [first]);
        const failing: Ports = {
            ...portsTo(cloud),
            quarantine: { write: async () => assert.fail("full") },
            screened: { send: async (all) => all.map(() => ({ status: "rejected", reason: new Error("full") })) },
        };
        failing.ledger = {
            ...failing.ledger,
            note: async (all) => all.map(() => ({ status: "rejected", reason: new Error("full") })),
        };
        const batch = [delivery({ id: "live:2" }), second, other, bad];
        const { failed, ...counted } = await counts(failing, batch, cloud);
        assert.deepEqual(counted, NOTHING);
        assert.deepEqual(failed.sort(), batch.map(({ messageId }) => messageId).sort());
    });

    it("is nothing that a queue or the ledger said nothing of, which comes again", async () => {
        const silent = async (): Promise<[]> => [];
        const [one, two] = [delivery(), delivery()];
        const cloud = emptyCloud();
        const queue = { ...portsTo(cloud), screened: { send: silent } };
        assert.deepEqual(await counts(queue, [one]), { ...NOTHING, failed: [one.messageId] });
        const claims = { ...portsTo(cloud), ledger: { ...portsTo(cloud).ledger, claim: silent } };
        assert.deepEqual(await counts(claims, [one]), { ...NOTHING, failed: [one.messageId] });
        await run(cloud, [one]);
        const notes = { ...portsTo(cloud), ledger: { ...portsTo(cloud).ledger, note: silent } };
        assert.deepEqual(await counts(notes, [two]), { ...NOTHING, failed: [two.messageId] });
    });
});

describe("what screen asks of the ledger", () => {
    it("is one call for each delivery of the id that comes most often, with every id once", async () => {
        const ports = portsTo(emptyCloud());
        const asked: string[][] = [];
        const ledger = {
            ...ports.ledger,
            claim: (claims: readonly { id: string; origin: string; source: string }[]) => {
                asked.push(claims.map(({ origin }) => origin));
                return ports.ledger.claim(claims as Parameters<typeof ports.ledger.claim>[0]);
            },
        };
        const of = (id: string, origin: string) => delivery({ id }, origin);
        const batch = [
            of("live:1", "a1"),
            of("live:2", "b1"),
            of("live:1", "a2"),
            of("live:1", "a3"),
            of("live:3", "c1"),
        ];
        await run(emptyCloud(), [...batch, of("live:2", "b2")], { ports: { ...ports, ledger } });
        assert.deepEqual(asked, [["a1", "b1", "c1"], ["a2", "b2"], ["a3"]]);
    });
});

describe("what screen tells of the quarantine", () => {
    it("has a subject that names the reason, and says only what was put aside", async () => {
        const cloud = emptyCloud();
        const ports = portsTo(cloud);
        const written: [string, string][] = [];
        const quarantine: Ports["quarantine"] = {
            write: async (key, body, type) => {
                if (written.push([key, type]) === 1) throw new Error("full");
                await ports.quarantine.write(key, body, type);
            },
        };
        const batch = [message("x", "sqs:1"), message("y", "sqs:2")];
        const { outcome } = await run(cloud, batch, { ports: { ...ports, quarantine } });
        assert.deepEqual([...outcome.failures.keys()], [batch[0]?.messageId]);
        assert.deepEqual([...quarantined(cloud).keys()], ["sqs:2"]);
        const [told] = cloud.published;
        assert.equal(told?.subject, "Quarantined: invalid-message");
        assert.deepEqual([told?.message.count, told?.message.origins], [1, ["sqs:2"]]);
        assert.deepEqual(new Set(written.map(([, type]) => type)), new Set(["application/json"]));
    });

    it("names the field that is to blame for a time to come and for a payment to oneself", async () => {
        const cloud = emptyCloud();
        await run(cloud, [
            delivery({ occurredAt: "2026-03-02T12:05:30.001Z" }, "sqs:1"),
            delivery({ id: "live:2", counterpartyId: "account-1" }, "sqs:2"),
        ]);
        const fields = [...quarantined(cloud).values()].map(({ reason, field }) => `${reason} ${field}`).sort();
        assert.deepEqual(fields, ["in-the-future occurredAt", "same-party counterpartyId"]);
    });
});
