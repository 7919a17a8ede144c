import assert from "node:assert/strict";
import { type EndOptions, endRetention } from "../../../operations/retention/end.ts";
import { holdRecords } from "../../../operations/retention/hold.ts";
import { endingOf, type Keeping, type KeptRecord } from "../../../operations/retention/kept.ts";
import { endedText } from "../../../operations/retention/text.ts";

const NOW = new Date("2034-01-10T00:00:00Z");
const day = (days: number) => new Date(NOW.getTime() + days * 24 * 3600 * 1000);
const record = (key: string, changes: Partial<KeptRecord> = {}): KeptRecord => ({
    key,
    version: "v1",
    bytes: 10,
    lockedUntil: day(-1),
    isHeld: false,
    ...changes,
});

/** Keeps what a test says, and tells what was done, in order. */
class FakeKeeping implements Keeping {
    readonly did: string[] = [];
    readonly asked: Date[] = [];
    /** Rows of the ledger: which record each names. */
    readonly rows = new Map<string, string>();
    private readonly records: readonly KeptRecord[];
    private readonly ids: Readonly<Record<string, string[]>>;

    constructor(records: readonly KeptRecord[], ids: Readonly<Record<string, string[]>> = {}) {
        this.records = records;
        this.ids = ids;
        for (const [key, its] of Object.entries(ids)) for (const id of its) this.rows.set(id, key);
    }

    async *writtenBefore(time: Date): AsyncIterable<KeptRecord> {
        this.asked.push(time);
        yield* this.records;
    }

    async idsIn({ key }: KeptRecord): Promise<string[]> {
        return this.ids[key] ?? [];
    }

    async forget(id: string, recordKey: string): Promise<boolean> {
        if (this.rows.get(id) !== recordKey) return false;
        this.did.push(`forget ${id}`);
        return this.rows.delete(id);
    }

    async remove({ key, lockedUntil, isHeld }: KeptRecord): Promise<void> {
        if (isHeld || (lockedUntil !== undefined && lockedUntil > NOW)) throw new Error("Access Denied by Object Lock");
        if (key === "broken") throw new Error("try again");
        this.did.push(`remove ${key}`);
    }

    async recordOf(id: string): Promise<string | undefined> {
        return this.rows.get(id);
    }

    async hold(recordKey: string, isHeld: boolean): Promise<number> {
        this.did.push(`${isHeld ? "hold" : "lift"} ${recordKey}`);
        return 2;
    }
}

const end = (keeping: Keeping, changes: Partial<EndOptions> = {}) =>
    endRetention(keeping, { now: NOW, lockDays: 2557, atMost: 1000, deletes: true, ...changes });

describe("the end of what is kept", () => {
    it("is that of a record whose lock is over; a hold wins over that, and what has no lock is left alone", () => {
        assert.equal(endingOf(record("a"), NOW), "over");
        assert.equal(endingOf(record("a", { lockedUntil: day(1) }), NOW), "locked");
        assert.equal(endingOf(record("a", { isHeld: true }), NOW), "held");
        assert.equal(endingOf(record("a", { lockedUntil: undefined }), NOW), "locked");
    });

    it("takes the ledger's rows of a record that is gone, and leaves every other row", async () => {
        const keeping = new FakeKeeping([record("old")], { old: ["one", "two"], young: ["three"] });
        keeping.rows.set("two", "a later record");
        const ended = await end(keeping);
        assert.deepEqual(keeping.did, ["remove old", "forget one"]);
        assert.deepEqual([ended.removed, ended.forgotten], [1, 1]);
        assert.deepEqual(
            [...keeping.rows],
            [
                ["two", "a later record"],
                ["three", "young"],
            ],
        );
    });

    it("touches nothing that is held or locked, and names what is held", async () => {
        const keeping = new FakeKeeping([record("held", { isHeld: true }), record("locked", { lockedUntil: day(9) })], {
            held: ["one"],
            locked: ["two"],
        });
        const ended = await end(keeping);
        assert.deepEqual([keeping.did, ended.over, ended.held], [[], 0, ["held"]]);
        assert.match(endedText(ended, true), /A legal hold keeps 1:\n {2}held/);
    });

    it("deletes nothing unless it is told to", async () => {
        const keeping = new FakeKeeping([record("old")], { old: ["one"] });
        const ended = await end(keeping, { deletes: false });
        assert.deepEqual([keeping.did, ended.over, ended.bytes, ended.removed], [[], 1, 10, 0]);
        assert.match(endedText(ended, false), /Nothing was deleted: --delete does that/);
    });

    it("looks at nothing that is younger than the lock", async () => {
        const keeping = new FakeKeeping([]);
        await end(keeping);
        assert.deepEqual(keeping.asked, [day(-2557)]);
    });

    it("ends no more than one run may, and says that there is more", async () => {
        const keeping = new FakeKeeping([record("a"), record("b"), record("c")]);
        const ended = await end(keeping, { atMost: 2 });
        assert.deepEqual([ended.removed, ended.isMore, keeping.did], [2, true, ["remove a", "remove b"]]);
    });

    it("goes on after one that could not be deleted, names it, and leaves its rows", async () => {
        const keeping = new FakeKeeping([record("broken"), record("b")], { broken: ["one"] });
        const ended = await end(keeping);
        assert.deepEqual([ended.removed, ended.refused], [1, ["broken: Error try again"]]);
        assert.deepEqual([...keeping.rows], [["one", "broken"]]);
    });
});

describe("a legal hold", () => {
    it("is put on the record of each transaction, and lifted", async () => {
        const keeping = new FakeKeeping([], { old: ["one"], other: ["two"] });
        assert.deepEqual(await holdRecords(keeping, ["one", "two"], true), [
            { id: "one", recordKey: "old", versions: 2 },
            { id: "two", recordKey: "other", versions: 2 },
        ]);
        await holdRecords(keeping, ["one"], false);
        assert.deepEqual(keeping.did, ["hold old", "hold other", "lift old"]);
    });

    it("is put on nothing where one of the ids is unknown, and all of those are named", async () => {
        const keeping = new FakeKeeping([], { old: ["one"] });
        await assert.rejects(
            holdRecords(keeping, ["one", "x", "y"], true),
            /names no record of\n {2}x\n {2}y\n.*Nothing was changed/,
        );
        assert.deepEqual(keeping.did, []);
    });
});
