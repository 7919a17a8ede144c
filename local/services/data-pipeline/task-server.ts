import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as z from "zod/mini";
import { InvalidRequest, TaskNotFound, type TaskService } from "./task-service.ts";

export interface TaskServerOptions {
    tasks: TaskService;
    /** How long a poll waits for a task, in milliseconds; the service waits 90 seconds. */
    pollMs: number;
}

const POLL_AGAIN_MS = 10;

const Poll = z.object({ workerGroup: z.string() });
const Report = z.object({ taskId: z.string() });
const text = z.optional(z.string());
const End = z.object({
    taskId: z.string(),
    taskStatus: z.string(),
    errorId: text,
    errorMessage: text,
    errorStackTrace: text,
});

/** Data Pipeline's task protocol over HTTP as the SDK speaks it, on the loopback. */
export async function serveTasks(options: TaskServerOptions): Promise<{ url: string; server: Server }> {
    const server = createServer((request, response) => {
        const reply = (status: number, body: object) => {
            response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
            response.end(JSON.stringify(body));
        };
        answer(request, options).then(
            (body) => reply(200, body),
            (error: Error) => {
                const known = error instanceof TaskNotFound || error instanceof InvalidRequest;
                reply(known ? 400 : 500, {
                    __type: known ? error.name : "InternalServiceError",
                    message: error.message,
                });
            },
        );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function answer(request: IncomingMessage, options: TaskServerOptions): Promise<object> {
    const target = String(request.headers["x-amz-target"]).replace(/^DataPipeline\./, "");
    return answerTask(target, await bodyOf(request), options);
}

/** Answers one operation of the task protocol. */
export async function answerTask(
    operation: string,
    body: unknown,
    { tasks, pollMs }: TaskServerOptions,
): Promise<object> {
    if (operation === "PollForTask") return poll(tasks, Poll.parse(body).workerGroup, pollMs);
    if (operation === "ReportTaskProgress") return tasks.report(Report.parse(body).taskId);
    if (operation === "SetTaskStatus") {
        const { taskId, taskStatus, ...error } = End.parse(body);
        tasks.end(taskId, taskStatus, error);
        return {};
    }
    throw new InvalidRequest(`${operation} is no operation of the task protocol`);
}

async function poll(tasks: TaskService, workerGroup: string, pollMs: number): Promise<object> {
    const until = Date.now() + pollMs;
    for (;;) {
        const task = tasks.poll(workerGroup);
        if (task !== undefined) {
            const { taskId, attemptId, pipelineId, fields } = task;
            const objects = { [attemptId]: { id: attemptId, name: attemptId, fields } };
            return { taskObject: { taskId, attemptId, pipelineId, objects } };
        }
        if (Date.now() >= until) return {};
        await new Promise((resolve) => setTimeout(resolve, POLL_AGAIN_MS));
    }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
        return JSON.parse(Buffer.concat(chunks).toString("utf8"));
    } catch (error) {
        throw new InvalidRequest("the body must be JSON", { cause: error });
    }
}
