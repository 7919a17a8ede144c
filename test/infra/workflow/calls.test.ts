import assert from "node:assert/strict";
import { thePlatform } from "../../support/infra-parts.ts";
import { created, everything, statements } from "../../support/mocks.ts";

const MACHINE = "aws:sfn/stateMachine:StateMachine";
const SCHEDULE = "aws:scheduler/schedule:Schedule";

/**
 * What a state machine needs for a task of each kind:
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
const NEEDED: Record<string, string[]> = {
    "lambda:invoke": ["lambda:InvokeFunction"],
    "sns:publish": ["kms:Decrypt", "kms:GenerateDataKey", "sns:Publish"],
    "emr-serverless:startJobRun.sync": [
        "ec2:CreateNetworkInterface",
        "emr-serverless:CancelJobRun",
        "emr-serverless:GetJobRun",
        "emr-serverless:StartJobRun",
        "events:DescribeRule",
        "events:PutRule",
        "events:PutTargets",
        "iam:PassRole",
        // Of the log that the job names.
        "kms:Decrypt",
        "kms:GenerateDataKey",
    ],
    "sagemaker:createTrainingJob.sync": [
        "events:DescribeRule",
        "events:PutRule",
        "events:PutTargets",
        "iam:PassRole",
        "sagemaker:AddTags",
        "sagemaker:CreateTrainingJob",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:ListTags",
        "sagemaker:StopTrainingJob",
    ],
};

/** Its log and its traces, which every one has. */
const OBSERVING = /^(logs|xray):/;

function actionsOf(role: string): string[] {
    const all = statements("aws:iam/rolePolicy:RolePolicy", role) as { Action: string[] }[];
    return [...new Set(all.flatMap(({ Action }) => Action))].sort();
}

describe("what the workflows of Step Functions call", () => {
    before(() => thePlatform("dev"));

    it("is all that their roles allow, and nothing that they do not", () => {
        const machines = everything().filter(({ type }) => type === MACHINE);
        assert.ok(machines.length >= 4, `${machines.length} workflows`);
        for (const { name, inputs } of machines) {
            const tasks = [...String(inputs.definition).matchAll(/"arn:aws:states:::([\w:.-]+)"/g)];
            const kinds = new Set(tasks.map(([, kind = ""]) => kind));
            const needed = [...kinds].flatMap((kind) => NEEDED[kind] ?? [`nobody knows what ${kind} needs`]);
            const allowed = actionsOf(name).filter((action) => !OBSERVING.test(action));
            assert.deepEqual(allowed, [...new Set(needed)].sort(), name);
        }
    });

    it("begins by schedules whose roles may begin just that", () => {
        const schedules = everything().filter(({ type }) => type === SCHEDULE);
        assert.ok(schedules.length >= 4, `${schedules.length} schedules`);
        for (const { name, inputs } of schedules) {
            const { arn, roleArn } = inputs.target as { arn: string; roleArn: string };
            const role = roleArn.split(":").at(-1) ?? "";
            assert.deepEqual(
                statements("aws:iam/rolePolicy:RolePolicy", role),
                [{ Effect: "Allow", Action: ["states:StartExecution"], Resource: arn }],
                name,
            );
            assert.match(String(created("aws:iam/role:Role", role).assumeRolePolicy), /scheduler\.amazonaws\.com/);
        }
    });
});
