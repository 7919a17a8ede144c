import assert from "node:assert/strict";
import type { Outcome } from "./lane.ts";
import { type Kind, runInLanes } from "./pool.ts";

/** Lanes whose files end when the test says so. */
function world() {
    const events: string[] = [];
    const done: string[] = [];
    const stop = new AbortController();
    const running = new Map<string, () => void>();
    const outcomeOf = (file: string): Outcome => ({
        file,
        passed: 1,
        pending: 0,
        failures: [],
        seconds: 1,
        printed: "",
    });
    const kind = (name: string, ...files: string[]): Kind => ({
        files,
        lane: () => ({
            run: (file) => new Promise((resolve) => running.set(file, () => resolve(outcomeOf(file)))),
            end: async () => {
                events.push(`end of ${name}`);
                // What runs in a process does not outlive it.
                if (stop.signal.aborted) for (const finish of running.values()) finish();
            },
        }),
        afterwards: async () => {
            events.push(`after ${name}`);
        },
    });
    const finish = async (file: string) => {
        running.get(file)?.();
        running.delete(file);
        await new Promise((resolve) => setImmediate(resolve));
    };
    const run = (lanes: number, ...kinds: Kind[]) =>
        runInLanes({
            kinds,
            lanes,
            onStart: () => undefined,
            onDone: ({ file }) => done.push(file),
            signal: stop.signal,
        });
    return { events, running, kind, finish, done, stop, run };
}

describe("the lanes of npm test", () => {
    it("begin with a kind each, and the first that is done helps with the other", async () => {
        const { kind, run, running, finish, events, done } = world();
        const all = run(2, kind("measured", "a"), kind("others", "x", "y", "z"));
        assert.deepEqual([...running.keys()], ["a", "x"]);
        await finish("a");
        assert.deepEqual([...running.keys()], ["x", "y"]);
        assert.deepEqual(events, ["end of measured", "after measured"]);
        await finish("y");
        assert.deepEqual([...running.keys()], ["x", "z"]);
        await finish("x");
        await finish("z");
        await all;
        assert.deepEqual(done, ["a", "y", "x", "z"]);
        assert.deepEqual(events.slice(2), ["end of others", "end of others", "after others"]);
    });

    it("sum a kind up once, when the last of its processes has ended", async () => {
        const { kind, run, finish, events } = world();
        const all = run(3, kind("one", "a", "b"), kind("two", "x"));
        await finish("x");
        await finish("a");
        assert.ok(!events.includes("after one"), events.join());
        await finish("b");
        await all;
        assert.deepEqual(
            events.filter((event) => event.startsWith("after")),
            ["after two", "after one"],
        );
    });

    it("begin nothing more once they are stopped, and sum nothing up", async () => {
        const { kind, run, running, stop, events, done } = world();
        const all = run(2, kind("one", "a", "b"), kind("two", "x", "y"));
        stop.abort();
        await all;
        assert.deepEqual([...running.keys()], ["a", "x"]);
        assert.deepEqual(done, ["a", "x"]);
        assert.ok(!events.some((event) => event.startsWith("after")), events.join());
    });
});
