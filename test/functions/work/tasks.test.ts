import assert from "node:assert/strict";
import type { Server } from "node:http";
import { DataPipelineClient } from "@aws-sdk/client-data-pipeline";
import { FINISHED, failed } from "../../../functions/work/outcome.ts";
import { DataPipelineTasks } from "../../../functions/work/tasks.ts";
import { serveTasks } from "../../../local/services/data-pipeline/task-server.ts";
import { TaskService } from "../../../local/services/data-pipeline/task-service.ts";

describe("the task protocol of Data Pipeline, over HTTP", () => {
    let now = 0;
    let service: TaskService;
    let server: Server;
    let tasks: DataPipelineTasks;

    beforeEach(async () => {
        service = new TaskService(() => now);
        const served = await serveTasks({ tasks: service, pollMs: 20 });
        server = served.server;
        const credentials = { accessKeyId: "test", secretAccessKey: "test" };
        const client = new DataPipelineClient({
            endpoint: served.url,
            region: "eu-west-1",
            credentials,
            maxAttempts: 1,
        });
        tasks = new DataPipelineTasks(client, "batch");
    });
    afterEach(() => {
        server.closeAllConnections();
        server.close();
    });

    const order = (workerGroup = "batch") =>
        service.order(workerGroup, {
            pipelineId: "df-1",
            attemptId: "step_Attempt=1",
            fields: [
                { key: "type", stringValue: "ShellCommandActivity" },
                { key: "command", stringValue: "{}" },
            ],
        });

    it("hands the task of the group out, with its command, and no other", async () => {
        order("others");
        assert.equal(await tasks.poll(), undefined);
        order();
        assert.deepEqual(await tasks.poll(), {
            attempt: "df-1/step_Attempt=1",
            taskId: "df-1/step_Attempt=1#1",
            command: "{}",
        });
        assert.equal(await tasks.poll(), undefined);
    });

    it("hands a task out again after 2 minutes without a first report, and after 15 between reports", async () => {
        order();
        const first = await tasks.poll();
        now += 2 * 60_000;
        const second = await tasks.poll();
        assert.equal(second?.attempt, first?.attempt);
        assert.equal(await tasks.report(first?.taskId ?? ""), "gone");
        assert.equal(await tasks.report(second?.taskId ?? ""), "ours");
        now += 15 * 60_000 - 1;
        assert.equal(await tasks.poll(), undefined);
        now += 1;
        assert.equal((await tasks.poll())?.taskId, "df-1/step_Attempt=1#3");
    });

    it("says that a task is cancelled, and takes no end of it", async () => {
        const task = order();
        const taskId = (await tasks.poll())?.taskId ?? "";
        service.cancel(task);
        assert.equal(await tasks.report(taskId), "canceled");
        await tasks.end(taskId, FINISHED);
        assert.deepEqual([task.state, task.ends], ["CANCELED", []]);
    });

    it("takes the end of a task once", async () => {
        const task = order();
        const taskId = (await tasks.poll())?.taskId ?? "";
        assert.equal(await tasks.end(taskId, FINISHED), "told");
        assert.equal(await tasks.end(taskId, FINISHED), "gone");
        assert.deepEqual(task.ends, ["FINISHED"]);
    });

    it("takes whatever a step threw, cut to what the service accepts", async () => {
        const task = order();
        const taskId = (await tasks.poll())?.taskId ?? "";
        const outcome = failed(`Service_${"x".repeat(2000)}`, `a\u0000b${"é".repeat(3000)}`, "s".repeat(5000));
        assert.equal(await tasks.end(taskId, outcome), "told");
        assert.equal(task.state, "FAILED");
        assert.match(task.error?.errorId ?? "", /^Step_x+$/);
        assert.match(task.error?.errorMessage ?? "", /^a bé+$/);
        assert.equal(task.error?.errorStackTrace?.length, 1024);
    });

    it("passes on what the service says is wrong", async () => {
        service.report = () => {
            throw new TypeError("out of order");
        };
        await assert.rejects(tasks.report("any"), { name: "InternalServiceError", message: "out of order" });
    });
});
