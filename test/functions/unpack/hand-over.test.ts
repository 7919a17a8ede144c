import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { LoopError } from "../../../functions/unpack/finish.ts";
import { jobsOf } from "../../../functions/unpack/landing-message.ts";
import { NoProgressError, RESERVE_MS, unpack, unpackAll } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "./support/memory-world.ts";
import { cardFile, HEADER, KEY, sentOrigins } from "./support/unpacking.ts";

describe("unpack with too little time", () => {
    it("gives up a file that was begun a day ago, wherever it is, instead of handing it over once more", async () => {
        const world = new MemoryWorld();
        const job = world.put(KEY, cardFile(5000));
        const begun = (startedAt: string) =>
            unpack(
                { ...job, startedAt },
                world.ports({ chunk: 500, remainingMs: (asked) => (asked > 9 ? 0 : RESERVE_MS) }),
            );
        // In this world it is noon.
        await assert.rejects(begun("2025-02-28T12:00:00.000Z"), LoopError);
        assert.deepEqual(world.landing, []);
        assert.equal((await begun("2025-02-28T12:00:01.000Z")).state, "continued");
        assert.equal(world.landing.length, 1);
    });

    it("fails rather than go round for ever without a new row", async () => {
        const world = new MemoryWorld();
        const job = world.put(KEY, cardFile(100));
        await assert.rejects(
            unpack({ ...job, rows: 100, sent: 67, quarantined: 33 }, world.ports({ remainingMs: () => 0 })),
            (error) => {
                assert.ok(error instanceof NoProgressError);
                assert.deepEqual(
                    [error.name, error.message],
                    ["NoProgressError", `the time was up after row 100 of ${KEY}`],
                );
                return true;
            },
        );
        assert.deepEqual(world.landing, []);
    });

    it("looks at the clock while it verifies, each sixteen megabytes", async () => {
        const BYTES = 16 * 1024 * 1024;
        for (const [length, remaining, looks, end] of [
            [BYTES - 1, 0, 0, "Error: verified"],
            [2 * BYTES, RESERVE_MS, 2, "Error: verified"],
            [BYTES, RESERVE_MS - 1, 1, `NoProgressError: the time was up while ${KEY} was verified`],
        ] as const) {
            const world = new MemoryWorld();
            let asked = 0;
            const ports = world.ports({
                limits: { gzipRatio: 10_000 },
                remainingMs: (count) => {
                    asked = count;
                    return remaining;
                },
            });
            let opened = 0;
            const open: typeof ports.open = (job) =>
                // It is opened again for its rows.
                ++opened > 1 ? Promise.reject(new Error("verified")) : ports.open(job);
            const job = world.put(KEY, gzipSync(Buffer.alloc(length, "x"), { level: 1 }));
            await assert.rejects(unpack(job, { ...ports, open }), (error) => {
                assert.equal(String(error), end);
                return true;
            });
            assert.equal(asked, looks);
        }
    });

    it("verifies what is packed once, in the run that begins with it", async () => {
        const world = new MemoryWorld();
        const job = world.put(KEY, gzipSync(cardFile(10)));
        for (const [rows, times] of [
            [0, 2],
            [1, 1],
        ] as const) {
            const ports = world.ports();
            let opened = 0;
            const open: typeof ports.open = (one) => {
                opened++;
                return ports.open(one);
            };
            await unpack({ ...job, rows, sent: rows }, { ...ports, open });
            world.manifests.clear();
            assert.equal(opened, times);
        }
    });

    it("leaves the fault of a file to an invocation with time to copy it", async () => {
        const world = new MemoryWorld();
        const job = world.put("card-network/a.csv", `${cardFile(5000)}\n${HEADER.replace("amount,", "")}\n`);
        const result = await unpack(
            job,
            world.ports({ chunk: 100_000, remainingMs: (asked) => (asked > 1 ? 0 : RESERVE_MS) }),
        );
        assert.equal(result.state, "continued");
        assert.equal(world.manifests.size, 0);
        const [body = ""] = world.landing;
        assert.deepEqual(
            (await unpackAll(jobsOf(body), world.ports())).map(({ state }) => state),
            ["faulty"],
        );
        assert.equal(new Set(sentOrigins(world)).size, sentOrigins(world).length);
    });

    it("leaves a fault behind rows to a run with a minute to copy it", async () => {
        const text = `${cardFile(2)}\n${HEADER.replace("amount,", "")}\n`;
        for (const [left, state] of [
            [RESERVE_MS - 1, "continued"],
            [RESERVE_MS, "faulty"],
        ] as const) {
            const world = new MemoryWorld();
            const remainingMs = (asked: number): number => (asked > 1 ? left : RESERVE_MS);
            const result = await unpack(world.put(KEY, text), world.ports({ chunk: 100_000, remainingMs }));
            assert.deepEqual([result.state, result.job.rows], [state, 2]);
        }
    });

    it("begins with the first file whatever the time, and with others as long as there is a minute", async () => {
        const world = new MemoryWorld();
        const jobs = [world.put("card-network/a.csv", cardFile(10)), world.put("card-network/b.csv", cardFile(10))];
        const done = await unpackAll(jobs, world.ports({ remainingMs: () => RESERVE_MS }));
        assert.deepEqual(
            done.map(({ state }) => state),
            ["done", "done"],
        );
        const late = new MemoryWorld();
        const long = [late.put(KEY, cardFile(100)), late.put("card-network/b.csv", cardFile(100))];
        const begun = await unpackAll(long, late.ports({ chunk: 500, remainingMs: () => RESERVE_MS - 1 }));
        assert.deepEqual(
            begun.map(({ state, job }) => [state, job.rows > 0]),
            [
                ["continued", true],
                ["continued", false],
            ],
        );
    });

    it("hands over the files of a notification that it does not come to", async () => {
        const world = new MemoryWorld();
        const jobs = [world.put("card-network/a.csv", cardFile(10)), world.put("card-network/b.csv", cardFile(10))];
        const results = await unpackAll(
            jobs,
            world.ports({ remainingMs: () => (world.manifests.size > 0 ? 0 : RESERVE_MS) }),
        );
        assert.deepEqual(
            results.map(({ state }) => state),
            ["done", "continued"],
        );
        assert.deepEqual(
            jobsOf(world.landing[0] ?? "").map(({ key, rows }) => [key, rows]),
            [["card-network/b.csv", 0]],
        );
    });

    it("fails when the checkpoint is not taken", async () => {
        const world = new MemoryWorld();
        const ports = world.ports({ chunk: 500, remainingMs: () => 0 });
        ports.landing = { send: async () => [{ status: "rejected", reason: new Error("full") }] };
        await assert.rejects(unpack(world.put(KEY, cardFile(100)), ports), /checkpoint of .* was not taken/);
    });

    it("fails when the bulk queue does not take every message", async () => {
        const world = new MemoryWorld();
        const ports = world.ports();
        ports.bulk = {
            send: async (messages) =>
                messages.map((_, index) =>
                    index === 3
                        ? { status: "rejected", reason: new Error("no") }
                        : { status: "fulfilled", value: undefined },
                ),
        };
        await assert.rejects(unpack(world.put(KEY, cardFile(100)), ports), /1 of \d+ messages were not taken/);
        assert.equal(world.manifests.size, 0);
    });

    it("fails when the bulk queue cannot be reached", async () => {
        const world = new MemoryWorld();
        const ports = world.ports();
        ports.bulk = { send: async () => Promise.reject(new Error("down")) };
        await assert.rejects(unpack(world.put(KEY, cardFile(1000)), ports), /bulk queue cannot be reached/);
    });
});
