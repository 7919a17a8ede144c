import assert from "node:assert/strict";
import { batchKey, supplementaryManifestKey } from "../../../../contract/files/supplementary.ts";
import { HeldSets } from "../../../../functions/score/supplementary/held-sets.ts";
import { AT, Brought, listed, rating, run } from "./brought.ts";

const SET = "customer-risk-ratings";
const SECOND = 1_000;

describe("the sets at hand", () => {
    let world: Brought;
    let sets: HeldSets;
    beforeEach(() => {
        world = new Brought();
        sets = new HeldSets(world.table, world);
    });

    const said = async (about: string, at = AT) => (await sets.at(at)).get(SET)?.held?.index.get(about);

    it("are read whole, over all batches, and once", async () => {
        world.bring(SET, 1, [[rating("a-1", "low")], [rating("a-2")]]);
        assert.equal(await said("a-1"), "low");
        assert.equal(await said("a-2"), "high");
        assert.equal(await said("a-3"), undefined);
        const { reads } = world;
        await said("a-1", AT + 60 * SECOND);
        assert.equal(world.reads, reads, "a set at hand is read again");
    });

    it("give way to a new one within 20 seconds, without anything being started anew, and are looked up no more often", async () => {
        world.bring(SET, 1, [[rating("a-1", "low")]]);
        await said("a-1");
        world.bring(SET, 2, [[rating("a-1", "high")]]);
        assert.equal(await said("a-1", AT + 19 * SECOND), "low");
        assert.equal(world.looks, 1);
        assert.equal(await said("a-1", AT + 20 * SECOND), "high");
        assert.equal(world.looks, 2);
    });

    it("are read once by invocations that ask at the same time", async () => {
        world.bring(SET, 1, [[rating("a-1")]]);
        assert.deepEqual(await Promise.all([said("a-1"), said("a-1"), said("a-1")]), ["high", "high", "high"]);
        assert.equal(world.looks, 1);
    });

    it("join the lists that name one counterparty", async () => {
        world.bring("sanctions-list", 1, [[listed("c-1", "UN")], [listed("c-1", "EU"), listed("c-2", "UK")]]);
        const index = (await sets.at(AT)).get("sanctions-list")?.held?.index;
        assert.equal(index?.get("c-1"), "EU,UN");
        assert.equal(index?.get("c-2"), "UK");
    });

    const unsound: [what: string, spoil: () => void][] = [
        ["has a manifest that is not the one which was pointed at", () => spoil("manifest.json", (text) => `${text} `)],
        ["lacks its manifest", () => spoil("manifest.json", () => undefined)],
        [
            "has a batch with other rows than were counted",
            () => spoil(".ndjson", (text) => text.replace("high", "low")),
        ],
        ["lacks a batch", () => spoil(".ndjson", () => undefined)],
        [
            "rates an account twice, in two batches",
            () => world.bring(SET, 2, [[rating("a-1")], [rating("a-1", "low")]]),
        ],
        ["has a row that is none", () => world.bring(SET, 2, [[{ accountId: "a-1" } as never]])],
        ["has rows of another number", () => Object.assign(world.bring(SET, 2, [[rating("a-1")]]), { rows: 7 })],
    ];
    for (const [what, spoil] of unsound) {
        it(`keep the former set, also where nothing was at hand, when the newest ${what}`, async () => {
            world.bring(SET, 1, [[rating("a-1", "medium")]]);
            assert.equal(await said("a-1"), "medium");
            world.bring(SET, 2, [[rating("a-1", "high")]]);
            spoil();
            world.pointers.set(SET, { ...world.pointers.get(SET), former: pointedAt(1) } as never);
            assert.equal(await said("a-1", AT + 20 * SECOND), "medium");
            assert.equal((await sets.at(AT)).get(SET)?.unreadable, true);
            sets = new HeldSets(world.table, world);
            assert.equal(await said("a-1"), "medium", "an instance that starts now has none");
        });
    }

    it("read no run again that was found unsound", async () => {
        world.bring(SET, 1, [[rating("a-1")], [rating("a-1")]]);
        assert.equal(await said("a-1"), undefined);
        const { reads } = world;
        assert.equal(await said("a-1", AT + 60 * SECOND), undefined);
        assert.equal(world.reads, reads);
    });

    it("stay at hand while table or bucket do not answer, and are new again once they do", async () => {
        world.bring(SET, 1, [[rating("a-1", "low")]]);
        await said("a-1");
        world.bring(SET, 2, [[rating("a-1", "high")]]);
        for (const [step, part] of (["pointers", "objects"] as const).entries()) {
            world.failing.add(part);
            assert.equal(await said("a-1", AT + (step + 1) * 20 * SECOND), "low");
            assert.equal((await sets.at(AT)).get(SET)?.unreadable, true);
            world.failing.delete(part);
        }
        assert.equal(await said("a-1", AT + 60 * SECOND), "high");
        assert.equal((await sets.at(AT)).get(SET)?.unreadable, false);
    });

    it("are none where none was brought", async () => {
        assert.deepEqual((await sets.at(AT)).get(SET), { unreadable: false });
    });

    const wholes = new Map<number, unknown>();
    function pointedAt(number: number) {
        const other = new Brought();
        wholes.set(number, other.bring(SET, number, [[rating("a-1", "medium")]]));
        return wholes.get(number);
    }

    /** Changes the objects of the second run whose names end so. */
    function spoil(ending: string, change: (text: string) => string | undefined) {
        const folder = batchKey({ set: SET, run: run(2) }, "").replace(".ndjson", "");
        assert.ok(supplementaryManifestKey({ set: SET, run: run(2) }).startsWith(folder));
        for (const [key, text] of world.objects) {
            if (!key.startsWith(folder) || !key.endsWith(ending)) continue;
            const changed = change(text);
            if (changed === undefined) world.objects.delete(key);
            else world.objects.set(key, changed);
        }
    }
});
