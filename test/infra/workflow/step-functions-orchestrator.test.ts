import assert from "node:assert/strict";
import type { PlatformFunction } from "../../../infra/compute/platform-function.ts";
import type { Runnables } from "../../../infra/workflow/runnables.ts";
import { stateMachineDefinition } from "../../../infra/workflow/state-machine-definition.ts";
import { StepFunctionsOrchestrator } from "../../../infra/workflow/step-functions-orchestrator.ts";
import type { Workflow } from "../../../infra/workflow/workflow.ts";
import { ACCOUNT, theKey, thePlatform, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, found, namesOf, recordResources, statements } from "../../support/mocks.ts";
import { spark, step, workflow } from "./support/workflows.ts";

const MACHINE = "aws:sfn/stateMachine:StateMachine";
const SCHEDULE = "aws:scheduler/schedule:Schedule";
const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** As much of a function as an orchestrator asks for. */
function callable(verb: string): PlatformFunction {
    const arn = `arn:lambda:${verb}`;
    const grantInvoke = () => [{ Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: arn }];
    return { arn, grantInvoke } as unknown as PlatformFunction;
}

const start = (Resource: string) => [{ Effect: "Allow" as const, Action: ["the:Start"], Resource }];
const runnables: Runnables = {
    functions: { collect: callable("collect"), report: callable("report") },
    sparkJobs: { trends: { job: spark, grants: start("trends") } },
    trainings: { fraud: { job: { RoleArn: "arn:train" }, grants: start("fraud") } },
};

async function create(changes: Partial<Workflow> = {}) {
    new StepFunctionsOrchestrator("w", {
        workflow: workflow(changes),
        runnables,
        accountId: ACCOUNT,
        region: "eu-west-1",
        topic: theTopic(),
        log: { key: theKey(), retentionDays: 400 },
    });
    await allRegistered();
}

const resources = (list: unknown[]) => list.map((statement) => (statement as { Resource: string }).Resource);

const takenOnBy = (Service: string) => ({
    Effect: "Allow",
    Principal: { Service },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
});

describe("StepFunctionsOrchestrator", () => {
    beforeEach(recordResources);

    it("carries out the compiled workflow, traced, with errors but no data in its log", async () => {
        await create();
        const { definition, ...rest } = created(MACHINE, "w");
        const place = {
            topicArn: "arn:sns:the-topic",
            functionArns: { collect: "arn:lambda:collect" },
            sparkJobs: {},
            trainings: {},
        };
        assert.deepEqual(JSON.parse(String(definition)), stateMachineDefinition(workflow(), place));
        assert.deepEqual(rest, {
            type: "STANDARD",
            roleArn: "arn:iam:w",
            loggingConfiguration: {
                level: "ERROR",
                includeExecutionData: false,
                logDestination: "arn:cloudwatch:w:*",
            },
            tracingConfiguration: { enabled: true },
        });
    });

    it("keeps its log encrypted for the given days", async () => {
        await create();
        assert.deepEqual(created("aws:cloudwatch/logGroup:LogGroup", "w"), {
            namePrefix: "/aws/vendedlogs/states/w-",
            kmsKeyId: "arn:kms:the-key",
            retentionInDays: 400,
            tags: { retention: "400-days" },
        });
    });

    it("may run the functions that its steps name, tell of failures, log and trace", async () => {
        await create();
        assert.deepEqual(statements(ROLE, "w", "assumeRolePolicy"), [takenOnBy("states.amazonaws.com")]);
        const [call, ...others] = statements(ROLE_POLICY, "w");
        assert.deepEqual(call, { Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: "arn:lambda:collect" });
        assert.deepEqual(resources(others), ["*", "arn:sns:the-topic", "arn:kms:the-key"]);
        assert.ok(found(MACHINE, "w").dependsOn.some((name) => name.endsWith(`${ROLE_POLICY} w`)));
    });

    it("may start what its steps name besides functions, and hear of its end, and nothing that no step names", async () => {
        const steps = [step({ runs: { sparkJob: "trends" } }), step({ name: "train", runs: { training: "fraud" } })];
        await create({ tracks: [{ name: "insight", steps }] });
        const [spark, training, hear, hearToo, ...others] = statements(ROLE_POLICY, "w");
        assert.deepEqual([spark, training], [...start("trends"), ...start("fraud")]);
        const rule = (name: string) => ({
            Effect: "Allow",
            Action: ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
            Resource: `arn:aws:events:eu-west-1:${ACCOUNT}:rule/StepFunctionsGetEventsFor${name}`,
        });
        assert.deepEqual([hear, hearToo], [rule("EMRServerlessJobRule"), rule("SageMakerTrainingJobsRule")]);
        assert.deepEqual(resources(others), ["*", "arn:sns:the-topic", "arn:kms:the-key"]);
    });

    it("is started each period by a role that can do nothing else, and not after the next start", async () => {
        await create({ periodMinutes: 90 });
        assert.deepEqual(created(SCHEDULE, "w"), {
            description: "Starts the workflow w",
            groupName: "w",
            scheduleExpression: "rate(90 minutes)",
            flexibleTimeWindow: { mode: "OFF" },
            target: {
                arn: "arn:sfn:w",
                roleArn: "arn:iam:w-start",
                input: '{"workflow":"nightly"}',
                retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 5400 },
            },
        });
        assert.deepEqual(statements(ROLE, "w-start", "assumeRolePolicy"), [takenOnBy("scheduler.amazonaws.com")]);
        assert.deepEqual(statements(ROLE_POLICY, "w-start"), [
            { Effect: "Allow", Action: ["states:StartExecution"], Resource: "arn:sfn:w" },
        ]);
        assert.ok(found(SCHEDULE, "w").dependsOn.some((name) => name.endsWith(`${ROLE_POLICY} w-start`)));
    });

    it("tries to start for no longer than a day, which is what Scheduler takes", async () => {
        await create({ periodMinutes: 2880 });
        const { target } = created(SCHEDULE, "w") as { target: { retryPolicy: object } };
        assert.deepEqual(target.retryPolicy, { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 86_400 });
    });

    it("tells operations of runs that failed, lasted too long, or never began", async () => {
        await create();
        const machine = ["AWS/States", { StateMachineArn: "arn:sfn:w" }] as const;
        for (const [name, metricName, [namespace, dimensions]] of [
            ["w-failed", "ExecutionsFailed", machine],
            ["w-timed-out", "ExecutionsTimedOut", machine],
            ["w-not-started", "InvocationDroppedCount", ["AWS/Scheduler", { ScheduleGroup: "w" }]],
        ] as const) {
            const { alarmDescription, ...rest } = created(ALARM, name);
            assert.deepEqual(rest, {
                namespace,
                metricName,
                dimensions,
                statistic: "Sum",
                comparisonOperator: "GreaterThanOrEqualToThreshold",
                threshold: 1,
                period: 300,
                evaluationPeriods: 1,
                treatMissingData: "notBreaching",
                alarmActions: ["arn:sns:the-topic"],
                okActions: ["arn:sns:the-topic"],
            });
        }
    });

    it("refuses a workflow with faults, and tells them all", async () => {
        const steps = [step({ runs: { function: "dance" }, retries: 6 })];
        await assert.rejects(create({ tracks: [{ name: "intake", steps }] }), {
            message:
                "workflow has faults:\n" +
                '  tracks[0].steps[0].runs is {"function":"dance"}; it must be { function: one of collect, report } or ' +
                "{ sparkJob: one of trends } or { training: one of fraud }\n" +
                "  tracks[0].steps[0].retries is 6; it must be a whole number of further attempts from 0 to 5",
        });
    });

    it("is in the platform, and runs collect", async () => {
        await thePlatform("prod");
        assert.deepEqual(namesOf(MACHINE), ["intake"]);
        assert.match(String(created(MACHINE, "intake").definition), /"FunctionName":"arn:lambda:collect"/);
    });
});
