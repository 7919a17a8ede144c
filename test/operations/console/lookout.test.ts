import assert from "node:assert/strict";
import { Lookout, type Read } from "../../../operations/console/lookout.ts";
import { recordedState } from "../../console/support/recorded-state.ts";

const { signal } = new AbortController();

describe("the console's lookout", () => {
    let alerts: number;
    let readings: number;
    const read = async (): Promise<Read> => {
        readings += 1;
        const { version, ...state } = recordedState();
        return { ...state, counts: { ...state.counts, alerts } };
    };
    beforeEach(() => {
        alerts = 1;
        readings = 0;
    });

    it("answers at once who does not know how things stand", async () => {
        const { version, counts } = await new Lookout({ read }).after(0, signal);
        assert.deepEqual([version, counts.alerts], [1, 1]);
    });

    it("lets who knows it wait until something changes", async () => {
        const lookout = new Lookout({ read, everyMs: 1 });
        const { version } = await lookout.after(0, signal);
        const next = lookout.after(version, signal);
        alerts = 2;
        assert.deepEqual(await next.then((state) => [state.version, state.counts.alerts]), [2, 2]);
    });

    it("answers after a while although nothing changed", async () => {
        const lookout = new Lookout({ read, everyMs: 1, longestMs: 5 });
        assert.equal((await lookout.after(1, signal)).version, 1);
    });

    it("tells one that asks for the version of another start how things stand now", async () => {
        const lookout = new Lookout({ read });
        assert.equal((await lookout.after(99, signal)).version, 1);
    });

    it("reads once for all that wait, and not at all when nobody does", async () => {
        const lookout = new Lookout({ read, everyMs: 60_000 });
        await Promise.all([lookout.after(0, signal), lookout.after(0, signal), lookout.after(0, signal)]);
        assert.equal(readings, 1);
    });

    it("looks at once after something was changed from here", async () => {
        const lookout = new Lookout({ read, everyMs: 24 * 3600_000, longestMs: 24 * 3600_000 });
        const { version } = await lookout.after(0, signal);
        const next = lookout.after(version, signal);
        alerts = 3;
        await new Promise((resolve) => setImmediate(resolve));
        lookout.lookNow();
        assert.equal((await next).counts.alerts, 3);
    });

    it("stops waiting for somebody who is gone", async () => {
        const lookout = new Lookout({ read, everyMs: 24 * 3600_000, longestMs: 24 * 3600_000 });
        const { version } = await lookout.after(0, signal);
        const gone = new AbortController();
        const next = lookout.after(version, gone.signal);
        gone.abort();
        assert.equal((await next).version, version);
    });
});
