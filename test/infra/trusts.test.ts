import assert from "node:assert/strict";
import { stackNames } from "../../stacks/settings-of.ts";
import { thePlatform } from "../support/infra-parts.ts";
import { type Created, everything } from "../support/mocks.ts";

const ROLE = "aws:iam/role:Role";
const FUNCTION = "aws:lambda/function:Function";

/** Who takes a role on that is given to a resource of this type. */
const TAKEN_ON_BY: Record<string, string> = {
    "aws:cloudtrail/trail:Trail": "cloudtrail.amazonaws.com",
    "aws:datapipeline/pipelineDefinition:PipelineDefinition": "datapipeline.amazonaws.com",
    "aws:ec2/flowLog:FlowLog": "vpc-flow-logs.amazonaws.com",
    "aws:lambda/function:Function": "lambda.amazonaws.com",
    "aws:quicksight/vpcConnection:VpcConnection": "quicksight.amazonaws.com",
    "aws:redshiftserverless/namespace:Namespace": "redshift",
    "aws:sagemaker/model:Model": "sagemaker.amazonaws.com",
    "aws:scheduler/schedule:Schedule": "scheduler.amazonaws.com",
    "aws:sfn/stateMachine:StateMachine": "states.amazonaws.com",
};

/** Where a role is only named, to give it rights or to let it in. */
const NAMED_IN = /^aws:(iam|s3|kms|sqs|sns)\/|^aws:lambda\/(invocation|permission)|^azure-native:|^compliance:/;

/** What a definition carries on: the role of a job that it starts. */
const PASSED_ON = ["aws:sfn/stateMachine:StateMachine", "aws:datapipeline/pipelineDefinition:PipelineDefinition"];

const trustOf = ({ inputs }: Created): string => String(inputs.assumeRolePolicy);

for (const stack of stackNames) {
    describe(`the roles of ${stack}`, () => {
        before(() => thePlatform(stack));
        const roles = () => everything().filter(({ type }) => type === ROLE);

        it("trust the service that each is given to", () => {
            const wrong = everything().flatMap((user) => {
                if (user.type === ROLE || NAMED_IN.test(user.type)) return [];
                // What stands in the environment of a function is only named there; the function acts in its own role.
                const text = JSON.stringify(user.type === FUNCTION ? user.inputs.role : user.inputs);
                return roles().flatMap((role) => {
                    const given = text.includes(`"arn:iam:${role.name}"`) || user.inputs.role === role.name;
                    if (!given) return [];
                    const service = TAKEN_ON_BY[user.type];
                    if (service === undefined) return [`${user.type} takes ${role.name}, and nobody says as whom`];
                    const trusted = trustOf(role).includes(service) || PASSED_ON.includes(user.type);
                    return trusted ? [] : [`${user.type} takes ${role.name}, which trusts ${trustOf(role)}`];
                });
            });
            assert.deepEqual(wrong, []);
        });

        it("let each be taken on by somebody of this account that has it, or by a token", () => {
            const policies = everything().filter(({ type }) => type === "aws:iam/rolePolicy:RolePolicy");
            const taken = policies.flatMap(({ inputs }) =>
                JSON.parse(String(inputs.policy)).Statement.flatMap(
                    ({ Action, Resource }: { Action: string[]; Resource: string }) =>
                        Action.includes("sts:AssumeRole") ? [Resource] : [],
                ),
            );
            // Only roles of partners, who say themselves whom they trust.
            const ours = taken.filter((arn: string) => roles().some(({ name }) => arn.endsWith(`:${name}`)));
            assert.deepEqual(ours, []);
            assert.deepEqual(taken, ["arn:aws:iam::999999999999:role/reader"]);
            const byToken = roles().filter((role) => trustOf(role).includes("AssumeRoleWithWebIdentity"));
            assert.deepEqual(
                byToken.map(({ name }) => name),
                ["landing"],
            );
        });
    });
}
