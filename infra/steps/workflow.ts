import type { Resource } from "@pulumi/pulumi";
import { StepFunctionsOrchestrator } from "../workflow/step-functions-orchestrator.ts";
import { batchWorkflow } from "../workflow/workflow.ts";
import type { Functions } from "./functions.ts";
import type { Parts } from "./parts.ts";

interface Orchestrated extends Parts {
    functions: Functions;
    accountId: string;
}

/** The batch side: what runs by the clock, and what runs it. The one place that chooses the orchestrator. */
export function orchestrate(parent: Resource, orchestrated: Orchestrated): void {
    const { settings, topics, functions, accountId, log } = orchestrated;
    const workflow = batchWorkflow(settings.workflow.periodMinutes);
    new StepFunctionsOrchestrator(
        "batch",
        { workflow, functions, accountId, topic: topics.operations, log },
        { parent },
    );
}
