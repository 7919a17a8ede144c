import * as z from "zod/mini";
import { type AnsweringServer, answerCalls, ServiceError } from "../answering.ts";
import { type PipelineObject, Pipelines, type PipelinesOptions } from "./pipelines.ts";
import { answerTask } from "./task-server.ts";
import { TaskService } from "./task-service.ts";

const Definition = z.object({
    pipelineId: z.string(),
    pipelineObjects: z.array(
        z.object({
            id: z.string(),
            name: z.string(),
            fields: z.array(
                z.object({
                    key: z.string(),
                    stringValue: z.optional(z.string()),
                    refValue: z.optional(z.string()),
                }),
            ),
        }),
    ),
});
const Named = z.object({ pipelineId: z.string() });

export interface DataPipeline extends AnsweringServer {
    readonly pipelines: Pipelines;
    readonly tasks: TaskService;
}

export interface DataPipelineOptions extends Pick<PipelinesOptions, "tell" | "haste"> {
    /** How long a poll waits for a task, in milliseconds; the service waits 90 seconds. */
    readonly pollMs: number;
    readonly now?: () => number;
}

/** AWS Data Pipeline on the loopback: keeps definitions, and speaks the task protocol with our worker. */
export async function serveDataPipeline({
    pollMs,
    now = Date.now,
    ...rest
}: DataPipelineOptions): Promise<DataPipeline> {
    const tasks = new TaskService(now);
    const pipelines = new Pipelines({ ...rest, tasks, now });
    const server = await answerCalls(async ({ operation, body }) => {
        const given: unknown = JSON.parse(body.toString() || "{}");
        if (operation === "PutPipelineDefinition") {
            const { pipelineId, pipelineObjects } = Definition.parse(given);
            pipelines.define(pipelineId, pipelineObjects as PipelineObject[]);
            return { body: { errored: false, validationErrors: [], validationWarnings: [] } };
        }
        if (operation === "DeletePipeline") {
            pipelines.remove(Named.parse(given).pipelineId);
            return { body: {} };
        }
        return { body: await answerTask(operation, given, { tasks, pollMs }).catch(asServiceError) };
    });
    return { url: server.url, token: server.token, close: () => server.close(), pipelines, tasks };
}

function asServiceError(error: Error): never {
    throw new ServiceError(error.name, error.message);
}
