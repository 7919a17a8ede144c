import assert from "node:assert/strict";
import fc from "fast-check";
import type { Kind } from "../../../functions/work/command.ts";
import { FINISHED, failed } from "../../../functions/work/outcome.ts";
import { complete, work } from "../../../functions/work/work.ts";
import { type Job, MINUTE, World } from "./support/world.ts";

type Happening =
    | { order: Kind | "unknown" }
    /** Workers that run at once, each of which dies at its so-manieth call, while someone may cancel a task. */
    | { workers: number[]; canceling: number }
    | { minutes: number }
    | { ends: number; as: "done" | "broken" | "vanished"; told: number }
    | { cancel: number };

const never = 1000;
const nth = fc.nat({ max: 5 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ order: fc.constantFrom("function", "sparkJob", "training", "unknown") }) },
    {
        weight: 5,
        arbitrary: fc.record({
            workers: fc.array(fc.oneof(fc.constant(never), fc.nat({ max: 12 })), { minLength: 1, maxLength: 3 }),
            canceling: fc.nat({ max: 30 }),
        }),
    },
    { weight: 2, arbitrary: fc.record({ minutes: fc.constantFrom(1, 3, 16, 20) }) },
    {
        weight: 3,
        arbitrary: fc.record({
            ends: nth,
            as: fc.constantFrom("done", "broken", "vanished"),
            told: fc.nat({ max: 2 }),
        }),
    },
    { weight: 1, arbitrary: fc.record({ cancel: nth }) },
);

describe("work, whatever happens", () => {
    it("ends each task exactly once and starts each attempt at most once", async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(happening, { maxLength: 25 }), fc.scheduler(), async (story, scheduler) => {
                const world = new World();
                for (const one of story) await happen(world, one, scheduler);
                await calmDown(world);
                for (const task of world.service.tasks) {
                    assert.deepEqual(task.ends, task.state === "CANCELED" ? [] : [task.state]);
                    const job = world.jobs.get(`${task.pipelineId}/${task.attemptId}`);
                    if (job?.kind === "function") assert.equal(job.starts, 1);
                    if (task.state === "FINISHED") assert.equal(job?.state, "done");
                    if (task.state === "FAILED") assert.ok(task.error?.errorId);
                }
                for (const row of world.rows.values()) assert.equal(row.state, "ended");
                const died = story.some((one) => "workers" in one && one.workers.some((calls) => calls !== never));
                const left = [...world.jobs.values()].filter(
                    ({ kind, state }) => kind !== "function" && state === "running",
                );
                if (!died) assert.deepEqual(left, []);
                const ends = world.notes.filter((note) => !note.startsWith("started"));
                const noted = ends.map((note) => note.replace(/^\w+ /, ""));
                assert.deepEqual(noted, [...new Set(noted)]);
            }),
            { numRuns: 500 },
        );
    });
});

async function happen(world: World, one: Happening, scheduler: fc.Scheduler): Promise<void> {
    if ("order" in one) world.order(one.order);
    else if ("minutes" in one) world.now += one.minutes * MINUTE;
    else if ("cancel" in one) {
        const task = world.service.tasks[one.cancel];
        if (task !== undefined) world.service.cancel(task);
    } else if ("workers" in one) {
        const runs = one.workers.map((calls) => {
            let left = calls;
            const gate = async () => {
                await scheduler.schedule(Promise.resolve());
                if (left-- <= 0) throw new Error("died");
            };
            return work(world.ports(gate), world.now + 1).catch(() => {});
        });
        const canceling = scheduler
            .schedule(Promise.resolve())
            .then(() => happen(world, { cancel: one.canceling }, scheduler));
        await scheduler.waitFor(Promise.all([...runs, canceling]));
    } else {
        const job = [...world.jobs.values()][one.ends];
        if (job !== undefined) await end(world, job, one.as, one.told);
    }
}

async function end(world: World, job: Job, as: "done" | "broken" | "vanished", told: number): Promise<void> {
    if (job.state !== "running") return;
    job.state = as;
    if (job.kind !== "function" || as === "vanished") return;
    for (let time = 0; time < told; time++) {
        await complete(
            { attempt: job.attempt, outcome: as === "done" ? FINISHED : failed("Broken", "it broke") },
            world.ports(),
        );
    }
}

/** Everything runs as it should for long enough. */
async function calmDown(world: World): Promise<void> {
    for (let minute = 0; minute < 60; minute++) {
        world.now += MINUTE;
        if (minute === 20) for (const job of world.jobs.values()) await end(world, job, "done", 1);
        await work(world.ports(), world.now + 1);
    }
}
