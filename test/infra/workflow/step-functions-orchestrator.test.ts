import assert from "node:assert/strict";
import { stateMachineDefinition } from "../../../infra/workflow/state-machine-definition.ts";
import { ACCOUNT, thePlatform } from "../../support/infra-parts.ts";
import { created, found, namesOf, recordResources, statements } from "../../support/mocks.ts";
import { orchestrator, start } from "./support/orchestrator.ts";
import { step, workflow } from "./support/workflows.ts";

const MACHINE = "aws:sfn/stateMachine:StateMachine";
const SCHEDULE = "aws:scheduler/schedule:Schedule";
const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

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
        await orchestrator();
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
        await orchestrator();
        assert.deepEqual(created("aws:cloudwatch/logGroup:LogGroup", "w"), {
            namePrefix: "/aws/vendedlogs/states/w-",
            kmsKeyId: "arn:kms:the-key",
            retentionInDays: 400,
            tags: { retention: "400-days" },
        });
    });

    it("may run the functions that its steps name, tell of failures, log and trace", async () => {
        await orchestrator();
        assert.deepEqual(statements(ROLE, "w", "assumeRolePolicy"), [takenOnBy("states.amazonaws.com")]);
        const [call, ...others] = statements(ROLE_POLICY, "w");
        assert.deepEqual(call, { Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: "arn:lambda:collect" });
        assert.deepEqual(resources(others), ["*", "arn:sns:the-topic", "arn:kms:the-key"]);
        assert.ok(found(MACHINE, "w").dependsOn.some((name) => name.endsWith(`${ROLE_POLICY} w`)));
    });

    it("may start what its steps name besides functions, and hear of its end, and nothing that no step names", async () => {
        const steps = [step({ runs: { sparkJob: "trends" } }), step({ name: "train", runs: { training: "fraud" } })];
        await orchestrator({ tracks: [{ name: "insight", steps }] });
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
        await orchestrator({ periodMinutes: 90 });
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
        await orchestrator({ periodMinutes: 2880 });
        const { target } = created(SCHEDULE, "w") as { target: { retryPolicy: object } };
        assert.deepEqual(target.retryPolicy, { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 86_400 });
    });

    it("refuses a workflow with faults, and tells them all", async () => {
        const steps = [step({ runs: { function: "dance" }, retries: 6 })];
        await assert.rejects(orchestrator({ tracks: [{ name: "intake", steps }] }), {
            message:
                "workflow has faults:\n" +
                '  tracks[0].steps[0].runs is {"function":"dance"}; it must be { function: one of collect, report } or ' +
                "{ sparkJob: one of trends } or { training: one of fraud }\n" +
                "  tracks[0].steps[0].retries is 6; it must be a whole number of further attempts from 0 to 5",
        });
    });

    it("is in the platform, and runs collect, trends and train", async () => {
        await thePlatform("dev");
        assert.deepEqual(namesOf(MACHINE), ["balance", "books", "insight", "intake"]);
        assert.match(String(created(MACHINE, "intake").definition), /"FunctionName":"arn:lambda:collect"/);
        assert.match(String(created(MACHINE, "insight").definition), /"ApplicationId":"trends-id"/);
    });
});
