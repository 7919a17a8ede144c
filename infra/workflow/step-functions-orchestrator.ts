import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Schedule } from "@pulumi/aws/scheduler/schedule.js";
import { ScheduleGroup } from "@pulumi/aws/scheduler/scheduleGroup.js";
import { StateMachine } from "@pulumi/aws/sfn/stateMachine.js";
import {
    ComponentResource,
    type ComponentResourceOptions,
    interpolate,
    jsonStringify,
    type Output,
    output,
    ResourceError,
} from "@pulumi/pulumi";
import { tell } from "../../stacks/fault.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { serviceRole } from "../security/service-role.ts";
import { watchRuns } from "./run-alarms.ts";
import { knownWorks, namesOf, type Runnables } from "./runnables.ts";
import { stateMachineDefinition } from "./state-machine-definition.ts";
import { runnerGrants } from "./step-functions-grants.ts";
import type { Workflow } from "./workflow.ts";
import { workflowFaults } from "./workflow-faults.ts";

export interface StepFunctionsOrchestratorArgs {
    workflow: Workflow;
    /** What its steps may run. */
    runnables: Runnables;
    /** Account on whose behalf the services act, 12 digits. */
    accountId: string;
    /** AWS region of what it runs. */
    region: string;
    /** Who is told when a step or a run fails. */
    topic: AlertTopic;
    /** Its log: the key that encrypts it and the days for which it is kept. */
    log: { key: PlatformKey; retentionDays: number };
}

/** Carries a workflow out by AWS Step Functions, started by a schedule. No data of a transaction passes through it. */
export class StepFunctionsOrchestrator extends ComponentResource {
    /** ARN of the state machine, under which CloudWatch reports on it. */
    readonly arn: Output<string>;

    constructor(name: string, args: StepFunctionsOrchestratorArgs, opts?: ComponentResourceOptions) {
        super("compliance:workflow:StepFunctionsOrchestrator", name, {}, opts);
        const { workflow, runnables, accountId, region, topic, log } = args;
        const faults = workflowFaults(workflow, namesOf(runnables));
        if (faults.length > 0) {
            throw new ResourceError(`workflow has faults:\n  ${faults.map(tell).join("\n  ")}`, this, true);
        }

        const child = { parent: this };
        const logGroup = new LogGroup(
            name,
            {
                // Under this prefix CloudWatch lets Step Functions write without a policy that grows with each log group.
                namePrefix: `/aws/vendedlogs/states/${name}-`,
                kmsKeyId: log.key.arn,
                retentionInDays: log.retentionDays,
                tags: { retention: `${log.retentionDays}-days` },
            },
            child,
        );
        const runner = serviceRole(this, name, {
            description: `What the workflow ${name} may do`,
            service: "states.amazonaws.com",
            accountId,
            grants: [...runnerGrants(workflow, runnables, { accountId, region }), ...topic.grantPublish()],
        });
        const machine = new StateMachine(
            name,
            {
                type: "STANDARD",
                definition: output([topic.arn, knownWorks(runnables)] as const).apply(([topicArn, works]) =>
                    JSON.stringify(stateMachineDefinition(workflow, { topicArn, ...works })),
                ),
                roleArn: runner.role.arn,
                loggingConfiguration: {
                    level: "ERROR",
                    includeExecutionData: false,
                    logDestination: interpolate`${logGroup.arn}:*`,
                },
                tracingConfiguration: { enabled: true },
            },
            // AWS checks that the role may write the log when it creates the state machine.
            { ...child, dependsOn: runner.policy },
        );
        const starter = serviceRole(this, `${name}-start`, {
            description: `Starts the workflow ${name}, nothing else`,
            service: "scheduler.amazonaws.com",
            accountId,
            grants: [{ Effect: "Allow", Action: ["states:StartExecution"], Resource: machine.arn }],
        });
        const group = new ScheduleGroup(name, {}, child);
        new Schedule(
            name,
            {
                description: `Starts the workflow ${name}`,
                groupName: group.name,
                scheduleExpression: `rate(${workflow.periodMinutes} minutes)`,
                flexibleTimeWindow: { mode: "OFF" },
                target: {
                    arn: machine.arn,
                    roleArn: starter.role.arn,
                    input: jsonStringify({ workflow: workflow.name }),
                    // Later than the next start it would only be one run too many.
                    retryPolicy: {
                        maximumRetryAttempts: 10,
                        maximumEventAgeInSeconds: Math.min(86_400, workflow.periodMinutes * 60),
                    },
                },
            },
            { ...child, dependsOn: starter.policy },
        );
        this.arn = machine.arn;
        watchRuns(this, { name, workflow, machine, group, topic });
        this.registerOutputs({});
    }
}
