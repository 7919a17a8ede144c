import assert from "node:assert/strict";
import { hoursBefore, reconcile } from "../../../functions/reconcile/reconcile.ts";
import { Books, minutesAgo } from "./support.ts";

const HOUR = "2026-03-02T10";

describe("reconcile", () => {
    let books: Books;
    beforeEach(() => {
        books = new Books();
        for (const id of ["a", "b", "c"]) books.transaction(id);
    });

    it("says nothing where every transaction is where it should be", async () => {
        books.transaction("d", { source: "card-network", minutes: 300 });
        assert.deepEqual(await reconcile(books.ports()), { hours: 24, claimed: 4, imbalances: [], told: 0 });
        assert.deepEqual(books.told, []);
    });

    it("tells once of each hour and source, with ids, what is wrong with them", async () => {
        books.lose("a");
        books.transaction("stuck", { state: "forwarded" });
        books.transaction("held", { state: "claimed" });
        books.loaded.set("stranger", { source: "core-banking", receivedAt: minutesAgo(120) });
        books.transaction("other", { state: "forwarded", source: "card-network" });
        const { imbalances } = await reconcile(books.ports());
        assert.deepEqual(imbalances, [
            { hour: HOUR, source: "card-network", unscored: ["other"], unloaded: [], unclaimed: [], unnamed: 0 },
            {
                hour: HOUR,
                source: "core-banking",
                unscored: ["held", "stuck"],
                unloaded: ["a"],
                unclaimed: ["stranger"],
                unnamed: 0,
            },
        ]);
        assert.deepEqual(books.told, [
            {
                type: "discrepancy",
                kind: "unbalanced",
                function: "reconcile",
                count: 1,
                origins: ["other"],
                detail: `card-network, ${HOUR}:00 UTC: 1 claimed and not scored in time`,
            },
            {
                type: "discrepancy",
                kind: "unbalanced",
                function: "reconcile",
                count: 4,
                origins: ["held", "stuck", "a", "stranger"],
                detail: `core-banking, ${HOUR}:00 UTC: 2 claimed and not scored in time, 1 scored and not loaded in time, 1 loaded and never claimed`,
            },
        ]);
    });

    it("does not repeat a finding, and tells of it anew when it changes", async () => {
        books.lose("a");
        assert.equal((await reconcile(books.ports())).told, 1);
        assert.equal((await reconcile(books.ports())).told, 0);
        assert.equal(books.told.length, 1);
        books.lose("b");
        assert.equal((await reconcile(books.ports())).told, 1);
        assert.deepEqual(books.told[1]?.origins, ["a", "b"]);
        assert.deepEqual([...books.notes.values()], books.told);
        for (const key of books.notes.keys()) {
            assert.match(key, /^balances\/2026-03-02T10\/core-banking-[a-p]{16}\.json$/);
        }
    });

    it("tells again when it could not note that it told", async () => {
        books.lose("a");
        const { told, ...others } = books.ports();
        const forgetful = { ...told, note: () => Promise.reject(new Error("S3 is away")) };
        await assert.rejects(reconcile({ ...others, told: forgetful }), { message: /Error: S3 is away$/ });
        await reconcile(books.ports());
        assert.equal(books.told.length, 2);
    });

    it("sees one lost behind one too many", async () => {
        books.lose("a");
        books.loaded.set("stranger", { source: "core-banking", receivedAt: minutesAgo(120) });
        const { imbalances } = await reconcile(books.ports());
        assert.deepEqual([imbalances[0]?.unloaded, imbalances[0]?.unclaimed], [["a"], ["stranger"]]);
    });

    it("takes what is parked for an end", async () => {
        books.transaction("parked", { state: "forwarded" });
        books.parked.add("parked");
        assert.deepEqual((await reconcile(books.ports())).imbalances, []);
    });

    it("takes no row of the index that the table lacks for an end", async () => {
        books.transaction("gone", { state: "forwarded" });
        const { ledger, ...others } = books.ports();
        const without = { ...ledger, rows: async () => new Map() };
        assert.deepEqual((await reconcile({ ...others, ledger: without })).imbalances[0]?.unscored, ["gone"]);
    });

    it("knows rows that are older than the index", async () => {
        books.unindexed.add("a");
        assert.deepEqual((await reconcile(books.ports())).imbalances, []);
    });

    it("is no louder when something is down: 1000 are looked up, the rest counted", async () => {
        for (let index = 0; index < 1200; index++) books.transaction(`s${index}`, { state: "forwarded" });
        const [imbalance] = (await reconcile(books.ports())).imbalances;
        assert.equal(imbalance?.unscored.length, 1000);
        assert.equal(imbalance?.unnamed, 200);
        assert.deepEqual([books.told[0]?.count, books.told[0]?.origins.length], [1200, 20]);
        assert.match(books.told[0]?.detail ?? "", /, 200 more that were not looked at one by one$/);
    });

    it("looks up 1000 of those that were never claimed, and counts the rest", async () => {
        for (let index = 0; index < 1001; index++) {
            books.loaded.set(`x${index}`, { source: "core-banking", receivedAt: minutesAgo(120) });
        }
        const [imbalance] = (await reconcile(books.ports())).imbalances;
        assert.deepEqual([imbalance?.unclaimed.length, imbalance?.unnamed], [1000, 1]);
    });

    it("names no ids of an hour with more than two million, and tells how many differ, at least one", async () => {
        const { loaded, ...others } = books.ports();
        const huge = (count: number) => ({
            ...loaded,
            tallies: async () => new Map([[HOUR, new Map([["core-banking", { count, mark: 1 }]])]]),
            ids: () => Promise.reject(new Error("was asked")),
        });
        const [imbalance] = (await reconcile({ ...others, loaded: huge(2_000_000) })).imbalances;
        assert.equal(imbalance?.unnamed, 1_999_997);
        for (let index = 3; index < 600; index++) books.transaction(`id${index}`);
        await assert.rejects(reconcile({ ...others, loaded: huge(1_999_000) }), { message: /Error: was asked$/ });
    });

    it("looks at the last 24 hours that ended 20 minutes ago or longer, the newest first", async () => {
        await reconcile(books.ports());
        assert.deepEqual(
            [books.looked[0], books.looked.at(-1), books.looked.length],
            ["2026-03-02T11", "2026-03-01T12", 24],
        );
        assert.equal(hoursBefore(new Date("2026-03-02T12:19:59.999Z"))[0], "2026-03-02T10");
        assert.equal(hoursBefore(new Date("2026-03-02T12:20:00.000Z"))[0], "2026-03-02T11");
    });

    it("fails rather than call balanced what it had no time to look at", async () => {
        let left = 61_000;
        const ports = books.ports({ remainingMs: () => (left -= 500) });
        await assert.rejects(reconcile(ports), {
            name: "ReconcileError",
            message: "could not tell whether 22 of 24 hours add up, the newest 2026-03-02T09: the time was over",
        });
        assert.equal(books.looked.length, 2);
    });

    it("fails for an hour that cannot be read, and looks at the others", async () => {
        books.transaction("lost", { minutes: 240, state: "forwarded" });
        const { ledger, ...others } = books.ports();
        const arrivals = (hour: string) => {
            if (hour === HOUR) throw Object.assign(new Error("slow down"), { name: "ThrottlingException" });
            return ledger.arrivals(hour);
        };
        await assert.rejects(reconcile({ ...others, ledger: { ...ledger, arrivals } }), {
            message:
                "could not tell whether 1 of 24 hours add up, the newest 2026-03-02T10: ThrottlingException: slow down",
        });
        assert.deepEqual(books.told[0]?.origins, ["lost"]);
    });

    it("fails as a whole when the warehouse does not answer", async () => {
        const { loaded, ...others } = books.ports();
        const away = { ...loaded, tallies: () => Promise.reject(new Error("no answer")) };
        await assert.rejects(reconcile({ ...others, loaded: away }), { message: "no answer" });
    });
});

describe("a transaction that the warehouse lacks", () => {
    const cases: [
        title: string,
        row: Parameters<Books["transaction"]>[1],
        verdict: "unscored" | "unloaded" | undefined,
    ][] = [
        ["is on its way 20 minutes after its claim", { state: "forwarded", claimedAt: minutesAgo(20) }, undefined],
        ["is lost after 20 minutes and a moment", { state: "claimed", claimedAt: minutesAgo(20.01) }, "unscored"],
        ["is on its way 35 minutes after its score", { scoredAt: minutesAgo(35) }, undefined],
        ["is lost after 35 minutes and a moment", { scoredAt: minutesAgo(35.01) }, "unloaded"],
        ["is on its way when it was scored by a clock 5 minutes ahead", { scoredAt: minutesAgo(-5) }, undefined],
        ["is lost when it was scored in a future that no skew explains", { scoredAt: minutesAgo(-5.01) }, "unloaded"],
        ["is lost when nobody knows when it was scored", { scoredAt: "" }, "unloaded"],
        // A producer may say that the platform had it hours ago, and a message may come again days later.
        [
            "is on its way when it was received long ago and claimed now",
            { state: "claimed", claimedAt: minutesAgo(1) },
            undefined,
        ],
    ];
    for (const [title, row, verdict] of cases) {
        it(title, async () => {
            const books = new Books();
            books.transaction("one", row);
            books.lose("one");
            const [imbalance] = (await reconcile(books.ports())).imbalances;
            const found = imbalance && (imbalance.unscored.length > 0 ? "unscored" : "unloaded");
            assert.equal(found, verdict);
        });
    }
});
