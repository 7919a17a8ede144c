import assert from "node:assert/strict";
import type { RunStatus } from "../../../functions/request/ports.ts";
import { request } from "../../../functions/request/request.ts";

/** A factory whose runs stand as told, look after look; the clock moves with each pause. */
function factory(looks: Record<string, (RunStatus | Error)[]>, seconds = 900) {
    const asked: string[] = [];
    let left = seconds * 1000;
    const ports = {
        runs: {
            async start(pipeline: string) {
                asked.push(`start ${pipeline}`);
                if (!(pipeline in looks)) throw new Error("no such pipeline");
                return `run-of-${pipeline}`;
            },
            async status(run: string) {
                const next = looks[run.slice("run-of-".length)]?.shift() ?? "InProgress";
                if (next instanceof Error) throw next;
                return next;
            },
            async cancel(run: string) {
                asked.push(`cancel ${run}`);
            },
        },
        remainingMs: () => left,
        async pause(ms: number) {
            left -= ms;
        },
    };
    return { asked, ports };
}

describe("request", () => {
    it("starts a run of each pipeline once, and is done when all have succeeded", async () => {
        const { asked, ports } = factory({ one: ["Queued", "InProgress", "Succeeded"], two: ["Succeeded"] });
        assert.deepEqual(await request(["one", "two"], ports), [
            { pipeline: "one", run: "run-of-one" },
            { pipeline: "two", run: "run-of-two" },
        ]);
        assert.deepEqual(asked, ["start one", "start two"]);
    });

    for (const ended of ["Failed", "Canceling", "Cancelled"] as const) {
        it(`fails for a run that ended ${ended}, and names it`, async () => {
            const { ports } = factory({ one: ["InProgress", ended] });
            await assert.rejects(request(["one"], ports), {
                name: "RequestError",
                message: `one: run run-of-one ended ${ended}; Data Factory's monitor says why`,
            });
        });
    }

    it("calls off a run that is not done a minute before the time is over", async () => {
        const { asked, ports } = factory({ slow: [] });
        await assert.rejects(request(["slow"], ports), {
            message: "slow: run run-of-slow was still InProgress at the end of the time, and was called off",
        });
        assert.deepEqual(asked, ["start slow", "cancel run-of-slow"]);
        assert.ok(ports.remainingMs() >= 60_000, "nothing was kept to tell of it");
    });

    it("lets the others go on when one fails, and tells of all that failed", async () => {
        const { asked, ports } = factory({ bad: [new Error("no answer")], good: ["InProgress", "Succeeded"] });
        await assert.rejects(request(["bad", "absent", "good"], ports), {
            message: "bad: no answer; absent: no such pipeline",
        });
        assert.deepEqual(asked, ["start bad", "start absent", "start good"]);
    });
});
