import assert from "node:assert/strict";
import type { Counts } from "../../../operations/start/counts.ts";
import { settle } from "../../../operations/start/settle.ts";

const at = (scored: number, underway = 0): Counts => ({
    in: 2,
    scored,
    byModel: 0,
    underway,
    duplicates: 0,
    quarantined: new Map(),
    deadLettered: 0,
    alerts: 0,
    loaded: scored,
    refusalsLoaded: 0,
});

function looks(...counts: Counts[]): { look: () => Promise<Counts>; taken: () => number } {
    let taken = 0;
    const look = async () => counts[Math.min(taken++, counts.length - 1)] as Counts;
    return { look, taken: () => taken };
}

const { signal } = new AbortController();
const noWaiting = async () => [];
const screened = { queue: "screened", ready: 0, taken: 3, visibilitySeconds: 360 };

/** A clock that goes on by what is waited for, so that no machine is too slow for it. */
function quick() {
    let time = 0;
    const clock = {
        now: () => time,
        pause: async (milliseconds: number) => {
            time += milliseconds;
        },
    };
    const onNothing = () => undefined;
    return { isComplete: () => true, onCounts: onNothing, onWaiting: onNothing, waiting: noWaiting, signal, clock };
}

describe("settle", () => {
    it("waits until two looks in a row agree that all is accounted for", async () => {
        const { look, taken } = looks(at(0, 2), at(1, 1), at(2), at(2));
        assert.equal((await settle({ ...quick(), look })).scored, 2);
        assert.equal(taken(), 4);
    });

    it("gives up with what there is when nothing changes", async () => {
        const args = quick();
        const { underWay, scored } = await settle({ ...args, look: looks(at(1)).look });
        assert.deepEqual({ underWay, scored }, { underWay: undefined, scored: 1 });
        assert.ok(args.clock.now() > 60_000 && args.clock.now() < 65_000, String(args.clock.now()));
    });

    it("goes on while a queue holds something, for it comes again after a function failed on a slow machine", async () => {
        const args = quick();
        const afterMinutes = (minutes: number) => args.clock.now() > minutes * 60_000;
        const told: string[] = [];
        const settled = await settle({
            ...args,
            look: async () => (afterMinutes(7) ? at(2) : at(1, 1)),
            waiting: async () => (afterMinutes(7) ? [] : [screened]),
            onWaiting: ([first], since) => told.push(`${first?.queue} ${since.getTime()}`),
        });
        assert.deepEqual({ scored: settled.scored, underWay: settled.underWay }, { scored: 2, underWay: undefined });
        assert.deepEqual([...new Set(told)], ["screened 0"]);
    });

    it("waits its whole patience anew once the queues are empty and something has changed", async () => {
        const args = quick();
        const afterMinutes = (minutes: number) => args.clock.now() > minutes * 60_000;
        await settle({
            ...args,
            look: async () => (afterMinutes(5) ? at(1) : at(0)),
            waiting: async () => (afterMinutes(5) ? [] : [screened]),
        });
        assert.ok(afterMinutes(6), String(args.clock.now()));
    });

    it("says what is still under way, and since when, when that has not changed for longer than anything takes", async () => {
        const args = quick();
        const { underWay } = await settle({ ...args, look: looks(at(0), at(1)).look, waiting: async () => [screened] });
        assert.deepEqual(underWay, { waiting: [screened], since: new Date(500) });
        assert.ok(args.clock.now() > 15 * 60_000, "the model has a quarter of an hour to come back");
    });

    it("does not trust a balance before everything fed was taken in", async () => {
        let asked = 0;
        const isComplete = () => ++asked > 10;
        await settle({ ...quick(), look: looks(at(2)).look, isComplete });
        assert.equal(asked, 11);
    });

    it("stops at once when it is interrupted", async () => {
        const stop = new AbortController();
        stop.abort(new Error("stopped by SIGINT"));
        await assert.rejects(settle({ ...quick(), look: looks(at(0)).look, signal: stop.signal }), /stopped by SIGINT/);
    });

    it("stops while it waits when it is interrupted", async () => {
        const stop = new AbortController();
        const { clock, ...args } = quick();
        const look = async () => {
            setImmediate(() => stop.abort(new Error("stopped by SIGINT")));
            return at(0);
        };
        await assert.rejects(settle({ ...args, look, signal: stop.signal, everyMs: 2 ** 30 }), { name: "AbortError" });
    });
});
