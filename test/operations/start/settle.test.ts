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
});

function looks(...counts: Counts[]): { look: () => Promise<Counts>; taken: () => number } {
    let taken = 0;
    const look = async () => counts[Math.min(taken++, counts.length - 1)] as Counts;
    return { look, taken: () => taken };
}

const { signal } = new AbortController();
const quick = { isComplete: () => true, onCounts: () => undefined, signal, everyMs: 1, patienceMs: 40 };

describe("settle", () => {
    it("waits until two looks in a row agree that all is accounted for", async () => {
        const { look, taken } = looks(at(0, 2), at(1, 1), at(2), at(2));
        assert.equal((await settle({ ...quick, look })).scored, 2);
        assert.equal(taken(), 4);
    });

    it("gives up with what there is when nothing changes", async () => {
        assert.equal((await settle({ ...quick, look: looks(at(1)).look })).scored, 1);
    });

    it("does not trust a balance before everything fed was taken in", async () => {
        let complete = false;
        setTimeout(() => {
            complete = true;
        }, 15);
        await settle({ ...quick, patienceMs: 1000, look: looks(at(2)).look, isComplete: () => complete });
        assert.equal(complete, true);
    });

    it("stops at once when it is interrupted", async () => {
        const stop = new AbortController();
        stop.abort(new Error("stopped by SIGINT"));
        await assert.rejects(settle({ ...quick, look: looks(at(0)).look, signal: stop.signal }), /stopped by SIGINT/);
    });
});
