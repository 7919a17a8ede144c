import { InvokeCommand, LambdaClient, paginateListFunctions } from "@aws-sdk/client-lambda";
import type { Clients } from "../../../local/services/clients.ts";
import type { DataPipeline } from "../../../local/services/data-pipeline/data-pipeline.ts";
import type { WorkflowRun } from "./workflow-run.ts";

/** The worker of Data Pipeline, by the name that the program gives it. */
const WORKER = /^work-[0-9a-f]{7}$/;

/**
 * Carries out what the pipelines have due: calls the worker as its schedule would each minute, one run after the other,
 * until every step of every pipeline has ended.
 */
export async function runPipelines(
    clients: Clients,
    { pipelines }: DataPipeline,
    signal: AbortSignal,
): Promise<WorkflowRun[]> {
    const FunctionName = await workerOf(clients);
    await pipelines.advance();
    while (!pipelines.isIdle()) {
        signal.throwIfAborted();
        await clients.of(LambdaClient).send(new InvokeCommand({ FunctionName, Payload: "{}" }));
        await pipelines.advance();
    }
    return pipelines.runs().map(({ pipelineName, instances }) => ({
        workflow: pipelineName,
        failed: instances.filter(({ status }) => status === "FAILED").map(({ name }) => name),
    }));
}

async function workerOf(clients: Clients): Promise<string> {
    for await (const { Functions = [] } of paginateListFunctions({ client: clients.of(LambdaClient) }, {})) {
        const found = Functions.find(({ FunctionName = "" }) => WORKER.test(FunctionName));
        if (found?.FunctionName !== undefined) return found.FunctionName;
    }
    throw new Error("The platform has no worker for Data Pipeline: it was created for another orchestrator.");
}
