import {
    type DataPipelineClient,
    PipelineDeletedException,
    PipelineNotFoundException,
    PollForTaskCommand,
    type PollForTaskOutput,
    ReportTaskProgressCommand,
    SetTaskStatusCommand,
    TaskNotFoundException,
} from "@aws-sdk/client-data-pipeline";
import type { Task } from "./attempt.ts";
import type { Outcome } from "./outcome.ts";
import type { Tasks } from "./ports.ts";

/** Connection of a client that polls: Data Pipeline holds a poll for up to 90 seconds. */
export const POLLING = {
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 95_000, throwOnRequestTimeout: true },
} as const;

/** The task protocol of AWS Data Pipeline. */
export class DataPipelineTasks implements Tasks {
    readonly #client: Pick<DataPipelineClient, "send">;
    readonly #workerGroup: string;

    constructor(client: Pick<DataPipelineClient, "send">, workerGroup: string) {
        this.#client = client;
        this.#workerGroup = workerGroup;
    }

    async poll(): Promise<Task | undefined> {
        return taskOf(await this.#client.send(new PollForTaskCommand({ workerGroup: this.#workerGroup })));
    }

    async report(taskId: string): Promise<"ours" | "canceled" | "gone"> {
        return unlessGone(async () => {
            const { canceled } = await this.#client.send(new ReportTaskProgressCommand({ taskId }));
            return canceled === true ? "canceled" : "ours";
        });
    }

    async end(taskId: string, outcome: Outcome): Promise<"told" | "gone"> {
        const status = outcome.finished
            ? { taskStatus: "FINISHED" as const }
            : {
                  taskStatus: "FAILED" as const,
                  errorId: outcome.errorId,
                  errorMessage: outcome.message,
                  errorStackTrace: outcome.stack,
              };
        return unlessGone(async () => {
            await this.#client.send(new SetTaskStatusCommand({ taskId, ...status }));
            return "told" as const;
        });
    }
}

/** The service answers with an empty object, or with a task without an id, when there is none. */
function taskOf({ taskObject }: PollForTaskOutput): Task | undefined {
    const { taskId, attemptId, pipelineId, objects = {} } = taskObject ?? {};
    if (!taskId || !attemptId || !pipelineId) return undefined;
    const fields = objects[attemptId]?.fields ?? [];
    const command = fields.find(({ key }) => key === "command")?.stringValue;
    return { attempt: `${pipelineId}/${attemptId}`, taskId, command };
}

async function unlessGone<Answer>(call: () => Promise<Answer>): Promise<Answer | "gone"> {
    try {
        return await call();
    } catch (error) {
        const gone = [TaskNotFoundException, PipelineDeletedException, PipelineNotFoundException];
        if (gone.some((kind) => error instanceof kind)) return "gone";
        throw error;
    }
}
