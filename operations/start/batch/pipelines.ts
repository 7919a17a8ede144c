import type { Clients } from "../../../local/services/clients.ts";
import type { DataPipeline } from "../../../local/services/data-pipeline/data-pipeline.ts";
import { functionOf, invoked } from "./functions.ts";
import type { WorkflowRun } from "./workflow-run.ts";

/**
 * Carries out what the pipelines have due: calls the worker as its schedule would each minute, one run after the other,
 * until every step of every pipeline has ended.
 */
export async function runPipelines(
    clients: Clients,
    { pipelines }: DataPipeline,
    signal: AbortSignal,
): Promise<WorkflowRun[]> {
    const worker = await functionOf(clients, "work");
    if (worker === undefined) {
        throw new Error("The platform has no worker for Data Pipeline: it was created for another orchestrator.");
    }
    await pipelines.advance();
    while (!pipelines.isIdle()) {
        signal.throwIfAborted();
        await invoked(clients, worker, {});
        await pipelines.advance();
    }
    return pipelines.runs().map(({ pipelineName, instances }) => ({
        workflow: pipelineName,
        failed: instances.filter(({ status }) => status === "FAILED").map(({ name }) => name),
    }));
}
