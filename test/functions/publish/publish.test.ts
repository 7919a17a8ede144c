import assert from "node:assert/strict";
import type { Copy, CopyStatus } from "../../../functions/publish/ports.ts";
import { publish } from "../../../functions/publish/publish.ts";

const NOW = new Date("2026-03-02T12:40:00.000Z");
const HOUR = 60 * 60_000;
const FIRST = "publish-2026-03-02T12-1";

const copy = (status: CopyStatus, hours: number, errorType?: string): Copy => ({
    id: `at-${hours}`,
    status,
    createdAt: new Date(NOW.getTime() - hours * HOUR),
    ...(errorType && { errorType }),
});

/** QuickSight with these copies, whose new ones end as told, look after look; the clock moves with each pause. */
function quickSight(copies: Record<string, Copy[]>, ends: (CopyStatus | Error)[] = [], seconds = 900) {
    const asked: string[] = [];
    let left = seconds * 1000;
    const ports = {
        copies: {
            since: async (dataSet: string, from: Date) =>
                (copies[dataSet] ?? []).filter((one) => one.createdAt >= from),
            async start(dataSet: string, id: string) {
                asked.push(`${dataSet} ${id}`);
                return dataSet !== "busy";
            },
            async look(_: string, id: string): Promise<Copy> {
                const next = ends.shift() ?? "RUNNING";
                if (next instanceof Error) throw next;
                return { ...copy(next, 0), id, ...(next === "FAILED" && { errorType: "SQL_EXCEPTION" }) };
            },
        },
        now: () => NOW,
        remainingMs: () => left,
        async pause(ms: number) {
            left -= ms;
        },
    };
    return { asked, run: (sets: string[]) => publish(Object.fromEntries(sets.map((set) => [set, set])), 3, ports) };
}

describe("publish", () => {
    it("leaves figures alone that were copied in time, up to the last minute of it", async () => {
        const { asked, run } = quickSight({ days: [copy("FAILED", 5), copy("COMPLETED", 3)] });
        assert.deepEqual(await run(["days"]), { days: "fresh" });
        assert.deepEqual(asked, []);
    });

    it("copies again what was last copied too long ago, or never", async () => {
        for (const copies of [[copy("COMPLETED", 3.01)], [copy("COMPLETED", 25)], []]) {
            const { asked, run } = quickSight({ days: copies }, ["QUEUED", "RUNNING", "COMPLETED"]);
            assert.deepEqual(await run(["days"]), { days: "copied" });
            assert.deepEqual(asked, [`days ${FIRST}`]);
        }
    });

    for (const status of ["FAILED", "CANCELLED"] as const) {
        it(`copies again what last ended ${status}, however fresh the copy before`, async () => {
            const { asked, run } = quickSight({ days: [copy("COMPLETED", 2), copy(status, 1)] }, ["COMPLETED"]);
            assert.deepEqual(await run(["days"]), { days: "copied" });
            assert.equal(asked.length, 1);
        });
    }

    for (const status of ["INITIALIZED", "QUEUED", "RUNNING"] as const) {
        it(`begins none beside one that is ${status}`, async () => {
            const { asked, run } = quickSight({ days: [copy("FAILED", 2), copy(status, 1)] });
            assert.deepEqual(await run(["days"]), { days: "running" });
            assert.deepEqual(asked, []);
        });
    }

    it("takes a conflict for a copy that somebody else has just begun", async () => {
        assert.deepEqual(await quickSight({}).run(["busy"]), { busy: "running" });
    });

    it("tries a second time, under an id of its own", async () => {
        const { asked, run } = quickSight({ days: [] }, ["FAILED", "COMPLETED"]);
        assert.deepEqual(await run(["days"]), { days: "copied" });
        assert.deepEqual(asked, [`days ${FIRST}`, "days publish-2026-03-02T12-2"]);
    });

    it("fails with the type of error when both end so", async () => {
        const { run } = quickSight({ days: [] }, ["FAILED", "FAILED"]);
        await assert.rejects(run(["days"]), {
            name: "PublishError",
            message: "days: PublishError: was copied again 2 times and is old: FAILED by SQL_EXCEPTION",
        });
    });

    it("begins at most 24 copies a day, whoever began the others, and says why the last failed", async () => {
        const others = (count: number) =>
            Array.from({ length: count }, (_, index) => copy("FAILED", 0.5 + index / 2, "QUERY_TIMEOUT"));
        const { asked, run } = quickSight({ days: others(23) }, ["FAILED"]);
        await assert.rejects(run(["days"]), {
            message: "days: PublishError: is old, and was copied 24 times in a day: FAILED by SQL_EXCEPTION",
        });
        assert.equal(asked.length, 1);
        const full = quickSight({ days: others(24) });
        await assert.rejects(full.run(["days"]), {
            message: "days: PublishError: is old, and was copied 24 times in a day: FAILED by QUERY_TIMEOUT",
        });
        assert.deepEqual(full.asked, []);
    });

    it("does not count copies of more than a day ago", async () => {
        const old = Array.from({ length: 30 }, () => copy("COMPLETED", 24.01));
        assert.deepEqual(await quickSight({ days: old }, ["COMPLETED"]).run(["days"]), { days: "copied" });
    });

    it("leaves a copy that is not done in time to QuickSight, and says so", async () => {
        const { run } = quickSight({ days: [] }, [], 100);
        await assert.rejects(run(["days"]), {
            message: `days: PublishError: copy ${FIRST} was still RUNNING at the end of the time; it goes on`,
        });
    });

    it("lets one that fails stop none of the others, and tells of all that failed", async () => {
        const limit = Object.assign(new Error("too many"), { name: "LimitExceededException" });
        const { asked, run } = quickSight({ good: [copy("COMPLETED", 1)] }, [limit, new Error("gone")]);
        await assert.rejects(run(["one", "good", "two"]), {
            message: "one: LimitExceededException: too many; two: Error: gone",
        });
        assert.equal(asked.length, 2);
    });

    it("says that no error is known where QuickSight tells none", async () => {
        const { run } = quickSight({ days: [] }, ["CANCELLED", "CANCELLED"]);
        await assert.rejects(run(["days"]), { message: /is old: CANCELLED by no error that is known$/ });
    });
});
