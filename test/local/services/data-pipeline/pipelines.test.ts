import assert from "node:assert/strict";
import { type Alarm, type PipelineObject, Pipelines } from "../../../../local/services/data-pipeline/pipelines.ts";
import { type HeldTask, TaskService } from "../../../../local/services/data-pipeline/task-service.ts";

const MINUTE = 60_000;

type Fields = Record<string, string | { ref: string }>;

function object(id: string, fields: Fields): PipelineObject {
    const asField = ([key, value]: [string, Fields[string]]) =>
        typeof value === "string" ? { key, stringValue: value } : { key, refValue: value.ref };
    return { id, name: id, fields: Object.entries(fields).map(asField) };
}

const activity = (id: string, more: Fields = {}) =>
    object(id, {
        type: "ShellCommandActivity",
        command: '{"workflow":"nightly"}',
        workerGroup: "ours",
        maximumRetries: "1",
        retryDelay: "10 Minutes",
        lateAfterTimeout: "60 Minutes",
        onFail: { ref: "failed" },
        onLateAction: { ref: "late" },
        ...more,
    });
const alarm = (id: string) =>
    object(id, { type: "SnsAlarm", topicArn: "topic", role: "teller", subject: id, message: "#{node.name} did not" });
const nightly = [
    object("schedule", { type: "Schedule", period: "60 Minutes" }),
    activity("first"),
    activity("second", { dependsOn: { ref: "first" } }),
    activity("apart"),
    alarm("failed"),
    alarm("late"),
];

describe("pipelines of Data Pipeline", () => {
    let now: number;
    let tasks: TaskService;
    let told: Alarm[];
    let pipelines: Pipelines;

    beforeEach(() => {
        now = 0;
        told = [];
        tasks = new TaskService(() => now);
        pipelines = new Pipelines({ tasks, tell: async (one) => void told.push(one), now: () => now });
        pipelines.define("p", nightly);
    });

    /** What a worker is handed out now. */
    const handedOut = (): HeldTask[] => {
        const found: HeldTask[] = [];
        for (let task = tasks.poll("ours"); task !== undefined; task = tasks.poll("ours")) found.push(task);
        return found;
    };
    const stepOf = ({ attemptId }: HeldTask) => attemptId.slice(1).split("_")[0];
    /** Hands out what is due and ends it so; which steps that were. */
    const work = async (status: (step: string) => string): Promise<string[]> => {
        await pipelines.advance();
        const given = handedOut();
        for (const task of given) tasks.end(task.taskId, status(stepOf(task) ?? ""), { errorMessage: "no" });
        await pipelines.advance();
        return given.map((task) => stepOf(task) ?? "").sort();
    };
    const statuses = () =>
        Object.fromEntries((pipelines.runs().at(-1)?.instances ?? []).map((one) => [one.name, one.status]));

    it("begin when they are activated, and hand each step out after the one that it waits for", async () => {
        assert.deepEqual(await work(() => "FINISHED"), ["apart", "first"]);
        assert.deepEqual(await work(() => "FINISHED"), ["second"]);
        assert.deepEqual(statuses(), { first: "FINISHED", second: "FINISHED", apart: "FINISHED" });
        assert.ok(pipelines.isIdle());
        assert.equal(pipelines.runs()[0]?.pipelineName, "nightly");
    });

    it("begin again each period, and not before", async () => {
        await work(() => "FINISHED");
        await work(() => "FINISHED");
        now = 60 * MINUTE - 1;
        assert.deepEqual(await work(() => "FINISHED"), []);
        now = 60 * MINUTE;
        assert.deepEqual(await work(() => "FINISHED"), ["apart", "first"]);
        assert.equal(pipelines.runs().length, 2);
    });

    it("begin no run while the one before has something to do, and tell that its steps are late", async () => {
        await pipelines.advance();
        const held = handedOut();
        now = 60 * MINUTE;
        await pipelines.advance();
        assert.equal(pipelines.runs().length, 1);
        assert.deepEqual(told.map(({ message }) => message).sort(), [
            "apart did not",
            "first did not",
            "second did not",
        ]);
        assert.equal(held.length, 2);
        await pipelines.advance();
        assert.equal(told.length, 3);
    });

    it("try a failed step again after its delay, and then tell once and leave out what depends on it", async () => {
        const failing = (step: string) => (step === "first" ? "FAILED" : "FINISHED");
        await work(failing);
        assert.deepEqual(await work(failing), []);
        now = 10 * MINUTE;
        assert.deepEqual(await work(failing), ["first"]);
        await pipelines.advance();
        assert.deepEqual(statuses(), { first: "FAILED", second: "CASCADE_FAILED", apart: "FINISHED" });
        const [only, ...more] = told;
        assert.deepEqual(only, { topicArn: "topic", role: "teller", subject: "failed", message: "first did not" });
        assert.deepEqual(more, []);
        assert.ok(pipelines.isIdle());
    });

    it("take a step for done that succeeds at another attempt", async () => {
        await work((step) => (step === "first" ? "FAILED" : "FINISHED"));
        now = 10 * MINUTE;
        await work(() => "FINISHED");
        assert.deepEqual(await work(() => "FINISHED"), ["second"]);
        assert.deepEqual(told, []);
    });

    it("cancel what is under way when they are removed", async () => {
        await pipelines.advance();
        const [task] = handedOut();
        pipelines.remove("p");
        assert.ok(task && pipelines.isIdle());
        assert.deepEqual(tasks.report(task.taskId), { canceled: true });
    });
});
