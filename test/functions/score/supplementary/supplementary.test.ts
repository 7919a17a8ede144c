import assert from "node:assert/strict";
import type { Supplement } from "../../../../contract/supplement.ts";
import { HeldSets } from "../../../../functions/score/supplementary/held-sets.ts";
import { BroughtSets } from "../../../../functions/score/supplementary/supplementary.ts";
import { transaction } from "../../support/transactions.ts";
import { AT, Brought, HOUR, listed, rating, run } from "./brought.ts";

const LIMITS = { staleHours: 26, keptDays: 400 };
const one = transaction({ deviceId: "phone" });

describe("what Azure's sets say of a transaction", () => {
    let world: Brought;
    beforeEach(() => {
        world = new Brought();
    });

    const about = async (given = one, at = AT): Promise<Supplement | undefined> => {
        const sets = new BroughtSets(new HeldSets(world.table, world), LIMITS);
        return (await sets.supplements([given], new Date(at).toISOString())).get(given.id);
    };
    const bringAll = (at = AT) => {
        world.bring("customer-risk-ratings", 1, [[rating(one.accountId)]], at);
        world.bring("sanctions-list", 2, [[listed(one.counterpartyId, "UN"), listed(one.counterpartyId)]], at);
        const holder = { partyId: one.counterpartyId, standing: "family", since: "2026-01-01" } as const;
        world.bring("politically-exposed-persons", 3, [[holder]], at);
        const phone = { deviceId: "phone", reputation: "suspicious", seenOn: "2026-03-01" } as const;
        world.bring("device-reputation", 4, [[phone]], at);
    };
    const runs = {
        "customer-risk-ratings": `adf:${run(1)}`,
        "sanctions-list": `adf:${run(2)}`,
        "politically-exposed-persons": `adf:${run(3)}`,
        "device-reputation": `adf:${run(4)}`,
    };

    it("is the rating, the lists, the office and the device, with the run that brought each", async () => {
        bringAll();
        assert.deepEqual(await about(), {
            ...{ rating: "high", lists: ["EU", "UN"], exposed: "family", device: "suspicious", runs },
        });
        const other = transaction({ id: "live:9", accountId: "other", counterpartyId: "nobody", deviceId: "laptop" });
        assert.deepEqual(await about(other), { runs });
    });

    it("takes whoever of both sides is closer to the office", async () => {
        world.bring("politically-exposed-persons", 3, [
            [
                { partyId: one.accountId, standing: "associate", since: "2026-01-01" },
                { partyId: one.counterpartyId, standing: "holder", since: "2026-01-01" },
            ],
        ]);
        assert.equal((await about())?.exposed, "holder");
    });

    it("flags each set that was never brought, and not that of devices where none was used", async () => {
        const missing = (set: string) => ({ set, doubt: "missing" });
        const three = ["customer-risk-ratings", "sanctions-list", "politically-exposed-persons"].map(missing);
        assert.deepEqual(await about(), { runs: {}, doubts: [...three, missing("device-reputation")] });
        const { deviceId: _, ...without } = one;
        assert.deepEqual((await about(without))?.doubts, three);
    });

    it("flags a set from the hour on at which it is stale, and uses it still", async () => {
        bringAll();
        assert.equal((await about(one, AT + 26 * HOUR))?.doubts, undefined);
        const late = await about(one, AT + 26 * HOUR + 1);
        assert.deepEqual(
            late?.doubts?.map(({ doubt }) => doubt),
            ["stale", "stale", "stale", "stale"],
        );
        assert.equal(late?.rating, "high");
    });

    it("uses none that could expire under whoever reads it next", async () => {
        bringAll();
        assert.equal((await about(one, AT + 399 * 24 * HOUR))?.rating, "high");
        const after = await about(one, AT + 399 * 24 * HOUR + 1);
        assert.equal(after?.rating, undefined);
        assert.deepEqual([...new Set(after?.doubts?.map(({ doubt }) => doubt))], ["missing"]);
    });

    it("flags what cannot be read", async () => {
        bringAll();
        world.failing.add("objects");
        assert.deepEqual([...new Set((await about())?.doubts?.map(({ doubt }) => doubt))], ["unreadable"]);
        world.failing.add("pointers");
        assert.deepEqual([...new Set((await about())?.doubts?.map(({ doubt }) => doubt))], ["unreadable"]);
    });
});
