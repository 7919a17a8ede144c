import assert from "node:assert/strict";
import { FINISHED, failed } from "../../../functions/work/outcome.ts";
import { NotNow, Refused } from "../../../functions/work/ports.ts";
import { complete, WorkError, work } from "../../../functions/work/work.ts";
import { MINUTE, World } from "./support/world.ts";

/** One run that polls for a while. */
const run = (world: World, gate?: (call: string) => Promise<void>) => work(world.ports(gate), world.now + 1);
const dyingAt = (fatal: string) => async (call: string) => {
    if (call === fatal) throw new Error(`died at ${fatal}`);
};

async function minutes(world: World, count: number): Promise<void> {
    for (let minute = 0; minute < count; minute++) {
        world.now += MINUTE;
        await run(world);
    }
}

describe("work", () => {
    for (const kind of ["function", "sparkJob", "training"] as const) {
        it(`reports, then starts a ${kind}, in the run that was handed the task`, async () => {
            const world = new World();
            const task = world.order(kind);
            const calls: string[] = [];
            await run(world, async (call) => void calls.push(call));
            assert.equal(task.state, "ASSIGNED");
            assert.ok(calls.indexOf("report") >= 0 && calls.indexOf("report") < calls.indexOf("start"));
            assert.equal(world.job("df-1/step_0_Attempt=1").starts, 1);
        });

        it(`keeps a ${kind} of 14 minutes over many runs, and never starts it again`, async () => {
            const world = new World();
            const task = world.order(kind);
            await run(world);
            await minutes(world, 14);
            assert.deepEqual([task.state, task.handedOut], ["ASSIGNED", 1]);
            assert.equal(task.leaseUntil, world.now + 15 * MINUTE);
            assert.equal(world.job("df-1/step_0_Attempt=1").starts, 1);
        });

        it(`fails a ${kind} that does not end, after its timeout and a grace`, async () => {
            const world = new World();
            const task = world.order(kind);
            await run(world);
            await minutes(world, 17);
            assert.equal(task.state, "ASSIGNED");
            await minutes(world, 1);
            assert.deepEqual([task.state, task.error?.errorId], ["FAILED", "TimedOut"]);
        });

        it(`ends the attempt of a ${kind} whose start is refused, with the reason`, async () => {
            const world = new World();
            const task = world.order(kind);
            world.startFault = new Refused("AccessDenied: no");
            await run(world);
            assert.deepEqual([task.state, task.error?.errorMessage], ["FAILED", "AccessDenied: no"]);
        });

        it(`starts a ${kind} in a later run when its service is too busy`, async () => {
            const world = new World();
            world.order(kind);
            world.startFault = new NotNow("TooManyRequestsException: slow down");
            await run(world);
            assert.equal(world.jobs.size, 0);
            await minutes(world, 1);
            assert.equal(world.job("df-1/step_0_Attempt=1").starts, 1);
        });
    }

    for (const [state, status, errorId] of [
        ["done", "FINISHED", undefined],
        ["broken", "FAILED", "Jobbroken"],
        ["vanished", "FAILED", "Jobvanished"],
    ] as const) {
        it(`tells that a task ${status.toLowerCase()} when its job is ${state}`, async () => {
            const world = new World();
            const task = world.order("sparkJob");
            await run(world);
            world.job("df-1/step_0_Attempt=1").state = state;
            await minutes(world, 3);
            assert.deepEqual([task.ends, task.error?.errorId], [[status], errorId]);
        });
    }

    it("ends a function's task by the message of its end, once however often that comes", async () => {
        const world = new World();
        const task = world.order("function");
        await run(world);
        await complete({ attempt: "df-1/step_0_Attempt=1", outcome: failed("TypeError", "boom") }, world.ports());
        await complete({ attempt: "df-1/step_0_Attempt=1", outcome: FINISHED }, world.ports());
        await minutes(world, 2);
        assert.deepEqual(task.ends, ["FAILED"]);
        assert.deepEqual(task.error, { errorId: "TypeError", errorMessage: "boom" });
    });

    const asks = { step: "later", onlyIf: "step" };
    const first = "df-1/step_0_Attempt=1";

    it("starts a step that asks another one when that wanted it, also by the latest of its answers", async () => {
        const world = new World();
        for (const [index, wanted] of [false, true].entries()) {
            const attempt = `df-1/step_${index}_Attempt=1`;
            world.order("function", attempt.slice(5));
            await run(world);
            await complete({ attempt, outcome: FINISHED, wanted }, world.ports());
        }
        const task = world.order("training", "later", asks);
        await minutes(world, 1);
        assert.equal(world.job("df-1/later").starts, 1);
        assert.equal(task.state, "ASSIGNED");
    });

    for (const [because, wanted] of [
        ["did not want it", false],
        ["said nothing of that", undefined],
    ] as const) {
        it(`ends a step as done, and starts nothing, when the one it asks ${because}`, async () => {
            const world = new World();
            world.order("function", first.slice(5));
            await run(world);
            await complete(
                { attempt: first, outcome: FINISHED, ...(wanted !== undefined && { wanted }) },
                world.ports(),
            );
            const task = world.order("training", "later", asks);
            await minutes(world, 2);
            assert.deepEqual([task.ends, world.jobs.has("df-1/later")], [["FINISHED"], false]);
        });
    }

    it("keeps the answers of another workflow apart", async () => {
        const world = new World();
        world.order("function", first.slice(5), { workflow: "other" });
        await run(world);
        await complete({ attempt: first, outcome: FINISHED, wanted: true }, world.ports());
        const task = world.order("training", "later", asks);
        await minutes(world, 2);
        assert.deepEqual(task.ends, ["FINISHED"]);
        assert.equal(world.jobs.has("df-1/later"), false);
    });

    it("notes an answer that another worker was noting too", async () => {
        const world = new World();
        world.order("function", first.slice(5));
        await run(world);
        const ports = world.ports();
        const { insert, replace } = ports.attempts;
        ports.attempts.insert = async (row) => {
            await insert({ ...row, wanted: false });
            return { ...row, version: 7 };
        };
        ports.attempts.replace = replace;
        await complete({ attempt: first, outcome: FINISHED, wanted: true }, ports);
        assert.equal(world.rows.get("answer/batch/step")?.wanted, true);
    });

    it("writes a function's end again when the row changed under its hands", async () => {
        const world = new World();
        const task = world.order("function");
        await run(world);
        const ports = world.ports();
        const { replace } = ports.attempts;
        let refusals = 1;
        ports.attempts.replace = async (row) => refusals-- <= 0 && replace(row);
        await complete({ attempt: "df-1/step_0_Attempt=1", outcome: FINISHED }, ports);
        assert.deepEqual(task.ends, ["FINISHED"]);
    });

    it("ignores the end of a run that no task knows", async () => {
        const world = new World();
        await complete({ attempt: "df-1/elsewhere", outcome: FINISHED }, world.ports());
        assert.equal(world.rows.size, 0);
    });

    it("fails a task whose command is none of ours, and starts nothing", async () => {
        const world = new World();
        const task = world.order("unknown");
        await run(world);
        assert.deepEqual([task.ends, task.error?.errorId], [["FAILED"], "UnknownCommand"]);
        assert.equal(world.jobs.size, 0);
        assert.deepEqual(world.notes, ["failed df-1/step_0_Attempt=1"]);
    });

    it("stops the job of a cancelled task, and tells nothing more of it", async () => {
        const world = new World();
        const task = world.order("training");
        await run(world);
        world.service.cancel(task);
        await minutes(world, 2);
        assert.equal(world.job("df-1/step_0_Attempt=1").state, "stopped");
        assert.deepEqual(task.ends, []);
        assert.deepEqual(world.notes, ["started df-1/step_0_Attempt=1", "canceled df-1/step_0_Attempt=1"]);
    });

    it("stops a job that it started while another worker gave the attempt up", async () => {
        const world = new World();
        const task = world.order("sparkJob");
        let meanwhile = true;
        await run(world, async (call) => {
            if (call !== "start" || !meanwhile) return;
            meanwhile = false;
            world.service.cancel(task);
            await run(world);
        });
        assert.equal(world.job("df-1/step_0_Attempt=1").state, "stopped");
    });

    it("stops the job of a task that Data Pipeline no longer knows", async () => {
        const world = new World();
        world.order("sparkJob");
        await run(world);
        world.service.tasks.length = 0;
        await minutes(world, 1);
        assert.equal(world.job("df-1/step_0_Attempt=1").state, "stopped");
        assert.equal(world.notes.at(-1), "lost df-1/step_0_Attempt=1");
        assert.equal(world.rows.get("df-1/step_0_Attempt=1")?.state, "ended");
    });

    it("goes on with an attempt that is handed out again, under its new task id", async () => {
        const world = new World();
        const task = world.order("sparkJob");
        await run(world);
        world.now += 20 * MINUTE;
        world.rows.set("df-1/step_0_Attempt=1", { ...only(world), deadline: world.now + MINUTE });
        const [first] = [task.taskId];
        task.leaseUntil = 0;
        await work({ ...world.ports(), attempts: { ...world.ports().attempts, open: async () => [] } }, world.now + 1);
        assert.notEqual(task.taskId, first);
        assert.equal(only(world).taskId, task.taskId);
        assert.equal(world.job("df-1/step_0_Attempt=1").starts, 1);
        world.job("df-1/step_0_Attempt=1").state = "done";
        await run(world);
        assert.deepEqual(task.ends, ["FINISHED"]);
    });

    it("starts a new attempt of the same activity anew", async () => {
        const world = new World();
        world.order("training", "step_Attempt=1");
        await run(world);
        world.order("training", "step_Attempt=2");
        await run(world);
        assert.deepEqual([...world.jobs.keys()], ["df-1/step_Attempt=1", "df-1/step_Attempt=2"]);
    });

    it("starts a job again under the same token after a worker died before noting it", async () => {
        const world = new World();
        world.order("sparkJob");
        await assert.rejects(run(world, dyingAt("started")), WorkError);
        await minutes(world, 1);
        assert.equal(world.jobs.size, 1);
        assert.equal(only(world).job, "df-1/step_0_Attempt=1");
    });

    it("never starts a function again after a worker died while starting it", async () => {
        const world = new World();
        const task = world.order("function");
        await assert.rejects(run(world, dyingAt("started")), WorkError);
        await minutes(world, 5);
        assert.equal(world.job("df-1/step_0_Attempt=1").starts, 1);
        await complete({ attempt: "df-1/step_0_Attempt=1", outcome: FINISHED }, world.ports());
        assert.deepEqual(task.ends, ["FINISHED"]);
    });

    it("looks after the other tasks when one cannot be reported, and fails the run", async () => {
        const world = new World();
        const [one, other] = [world.order("sparkJob"), world.order("sparkJob")];
        await run(world);
        await run(world);
        const broken = world.ports();
        const report = broken.tasks.report;
        broken.tasks.report = async (id) => {
            if (id === one.taskId) throw new Error("throttled");
            return report(id);
        };
        world.now += MINUTE;
        await assert.rejects(work(broken, world.now), /throttled/);
        assert.equal(other.leaseUntil, world.now + 15 * MINUTE);
        assert.equal(one.leaseUntil, world.now + 14 * MINUTE);
    });
});

function only(world: World) {
    const [row] = world.rows.values();
    assert.ok(row);
    return row;
}
