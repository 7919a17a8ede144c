import { FunctionEventInvokeConfig } from "@pulumi/aws/lambda/functionEventInvokeConfig.js";
import { Schedule } from "@pulumi/aws/scheduler/schedule.js";
import { ScheduleGroup } from "@pulumi/aws/scheduler/scheduleGroup.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { Bundle } from "../compute/bundle-content.ts";
import { PlatformFunction } from "../compute/platform-function.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { serviceRole } from "../security/service-role.ts";
import { grantsToRun, namesUsed, type Runnables } from "./runnables.ts";
import type { StepAttempts } from "./step-attempts.ts";
import { watchWorker } from "./worker-alarms.ts";
import type { Workflow } from "./workflow.ts";

export interface PipelineWorkerArgs {
    /** Its code. */
    bundle: Promise<Bundle>;
    /** The workflows whose tasks it takes on. */
    workflows: Workflow[];
    /** What their steps may run. */
    runnables: Runnables;
    /** Name by which pipelines ask for it; unique in the account and region, at most 256 bytes. */
    workerGroup: string;
    /** Where it notes how far it has come. */
    attempts: StepAttempts;
    /** Account on whose behalf the services act, 12 digits. */
    accountId: string;
    /** Customer-managed key that encrypts its environment. */
    key: PlatformKey;
    /** Its log: the key that encrypts it and the days for which it is kept. */
    log: { key: PlatformKey; retentionDays: number };
    /** Who is told when it stands still, fails, or its steps keep failing. */
    topic: AlertTopic;
}

/** A poll begins in the first 40 seconds of a run and may wait for 90; what is handed out then is started at once. */
const TIMEOUT_SECONDS = 180;
/** Enough for a few calls at once; it waits most of the time. */
const MEMORY_MEGABYTES = 256;

/** Takes tasks of AWS Data Pipeline on and sees each to its end: the function `work`, each minute. */
export class PipelineWorker extends ComponentResource {
    readonly work: PlatformFunction;

    constructor(name: string, args: PipelineWorkerArgs, opts?: ComponentResourceOptions) {
        super("compliance:workflow:PipelineWorker", name, {}, opts);
        const { bundle, workflows, runnables, workerGroup, attempts, accountId, key, log, topic } = args;

        const child = { parent: this };
        this.work = new PlatformFunction(
            name,
            {
                description: "Takes tasks of AWS Data Pipeline on, starts their steps and tells how they ended",
                bundle,
                timeoutSeconds: TIMEOUT_SECONDS,
                memoryMegabytes: MEMORY_MEGABYTES,
                environment: { WORKER_GROUP: workerGroup, ATTEMPTS_TABLE: attempts.table.name },
                grants: [
                    ...protocolGrants(workerGroup),
                    ...attempts.grantKeep(),
                    ...workflows.flatMap((workflow) => grantsToRun(workflow, runnables)),
                ],
                sources: [],
                key,
                log,
                alarmTopic: topic,
            },
            child,
        );
        for (const verb of new Set(workflows.flatMap((workflow) => namesUsed(workflow).function))) {
            const step = runnables.functions[verb];
            if (step !== undefined) this.hearOf(verb, step);
        }
        const starter = serviceRole(this, `${name}-start`, {
            description: `Runs ${name} by the clock, nothing else`,
            service: "scheduler.amazonaws.com",
            accountId,
            grants: this.work.grantInvoke(),
        });
        const group = new ScheduleGroup(name, {}, child);
        new Schedule(
            name,
            {
                description: "Runs the worker of AWS Data Pipeline each minute",
                groupName: group.name,
                scheduleExpression: "rate(1 minute)",
                flexibleTimeWindow: { mode: "OFF" },
                target: {
                    arn: this.work.arn,
                    roleArn: starter.role.arn,
                    // A minute later the next run is due anyway.
                    retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 60 },
                },
            },
            { ...child, dependsOn: starter.policy },
        );
        watchWorker(this, name, this.work.functionName, group, topic);
        this.registerOutputs({});
    }

    /** Lambda sends the worker the result of each run of this function that was called by event. */
    private hearOf(verb: string, step: PlatformFunction): void {
        const destination = { destination: this.work.arn };
        new FunctionEventInvokeConfig(
            verb,
            {
                functionName: step.functionName,
                // A further attempt is Data Pipeline's business, which waits and counts.
                maximumRetryAttempts: 0,
                // A run that could not begin is better attempted again than begun when its time is nearly over.
                maximumEventAgeInSeconds: 60,
                destinationConfig: { onSuccess: destination, onFailure: destination },
            },
            // AWS checks that the function may call its destination.
            { parent: this, dependsOn: step.allow(`${verb}-tells-worker`, this.work.grantInvoke()) },
        );
    }
}

function protocolGrants(workerGroup: string): Grant[] {
    return [
        // Tasks have no ARN; a worker group is the one thing by which AWS narrows a poll.
        {
            Effect: "Allow",
            Action: ["datapipeline:PollForTask"],
            Resource: "*",
            Condition: { StringEquals: { "datapipeline:workerGroup": workerGroup } },
        },
        // Whoever was handed a task has its id, which is a secret of 300 characters.
        { Effect: "Allow", Action: ["datapipeline:ReportTaskProgress", "datapipeline:SetTaskStatus"], Resource: "*" },
    ];
}
