import type { Output, Resource } from "@pulumi/pulumi";
import { batchWorkflows } from "../workflow/batch-workflows.ts";
import { namesOf, type Runnables } from "../workflow/runnables.ts";
import { StepFunctionsOrchestrator } from "../workflow/step-functions-orchestrator.ts";
import type { Parts } from "./parts.ts";

interface Orchestrated extends Parts, Runnables {
    accountId: string;
    region: string;
}

/** ARN of the state machine of each workflow, for whoever looks at them. */
export type StateMachines = Record<string, Output<string>>;

/**
 * The batch side: what runs by the clock, and what runs it. The one place that chooses the orchestrator. An area that
 * offers work passes it to `orchestrate` in `platform.ts`, as `sparkJobs: { trends: … }` or `trainings: { fraud: … }`;
 * its step is there from then on.
 */
export function orchestrate(parent: Resource, orchestrated: Orchestrated): StateMachines {
    const { settings, topics, accountId, region, log, functions, sparkJobs = {}, trainings = {} } = orchestrated;
    const runnables = { functions, sparkJobs, trainings };
    const place = { accountId, region, topic: topics.operations, log };
    const machines = batchWorkflows(settings.workflow, namesOf(runnables)).map((workflow) => {
        const { name } = workflow;
        return [name, new StepFunctionsOrchestrator(name, { workflow, runnables, ...place }, { parent }).arn];
    });
    return Object.fromEntries(machines);
}
