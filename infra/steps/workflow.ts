import type { Output, Resource } from "@pulumi/pulumi";
import type { Bundle } from "../compute/bundle-content.ts";
import type { PlatformFunction } from "../compute/platform-function.ts";
import { batchWorkflows } from "../workflow/batch-workflows.ts";
import { DataPipelineOrchestrator } from "../workflow/data-pipeline-orchestrator.ts";
import { PipelineWorker } from "../workflow/pipeline-worker.ts";
import { namesOf, type Runnables } from "../workflow/runnables.ts";
import { StepAttempts } from "../workflow/step-attempts.ts";
import { StepFunctionsOrchestrator } from "../workflow/step-functions-orchestrator.ts";
import type { Workflow } from "../workflow/workflow.ts";
import type { Bundled, Parts } from "./parts.ts";

interface Orchestrated extends Parts, Runnables {
    environment: string;
    accountId: string;
    region: string;
    bundleOf: (verb: Bundled) => Promise<Bundle>;
}

/** What takes on the tasks of AWS Data Pipeline. */
export interface Worker {
    work: PlatformFunction;
    attempts: StepAttempts;
}

/** ARN of the state machine of each workflow, for whoever looks at them. */
export type StateMachines = Record<string, Output<string>>;

interface Result {
    /** None where AWS Data Pipeline orchestrates. */
    workflows: StateMachines;
    /** Only there. */
    worker: Worker | undefined;
}

/**
 * The batch side: what runs by the clock, and what runs it. The one place that chooses the orchestrator. An area that
 * offers work passes it to `orchestrate` in `platform.ts`, as `sparkJobs: { trends: … }` or `trainings: { fraud: … }`;
 * its step is there from then on.
 */
export function orchestrate(parent: Resource, orchestrated: Orchestrated): Result {
    const { settings, topics, accountId, region, log, functions, sparkJobs = {}, trainings = {} } = orchestrated;
    const runnables = { functions, sparkJobs, trainings };
    const workflows = batchWorkflows(settings.workflow, namesOf(runnables));
    if (settings.workflow.orchestrator === "data-pipeline") return pipe(parent, workflows, runnables, orchestrated);
    const place = { accountId, region, topic: topics.operations, log };
    const machines = workflows.map((workflow) => {
        const { name } = workflow;
        return [name, new StepFunctionsOrchestrator(name, { workflow, runnables, ...place }, { parent }).arn];
    });
    return { workflows: Object.fromEntries(machines), worker: undefined };
}

/** One pipeline for each workflow, and one worker for all of them, which is there before the first task. */
function pipe(parent: Resource, workflows: Workflow[], runnables: Runnables, orchestrated: Orchestrated): Result {
    const { settings, keys, topics, environment, accountId, region, log, bundleOf } = orchestrated;
    const { data: key } = keys;
    const { operations: topic } = topics;
    const workerGroup = `compliance-platform-${environment}`;
    const deletable = settings.deletionGuard.disabled;
    const attempts = new StepAttempts("attempts", { key, alarmTopic: topic, deletable }, { parent });
    const bundle = bundleOf("work");
    const shared = { workerGroup, accountId, topic, runnables };
    const worker = new PipelineWorker("work", { ...shared, bundle, workflows, attempts, key, log }, { parent });
    for (const workflow of workflows) {
        const opts = { parent, dependsOn: worker };
        new DataPipelineOrchestrator(workflow.name, { ...shared, workflow, region }, opts);
    }
    return { workflows: {}, worker: { work: worker.work, attempts } };
}
