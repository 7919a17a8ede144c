import { iamNoEscalation } from "../../../../policies/rules/iam/iam-no-escalation.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (Action: unknown, Resource: unknown = "arn:aws:sqs:eu-west-1:222222222222:one") => ({
    policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action, Resource }] }),
});
const TYPE = "aws:iam/rolePolicy:RolePolicy";
const A = "policy.Statement[0].Action";
const ROLE = "arn:aws:iam::222222222222:role/compliance-platform/prod/one";
const giving = (action: string) => [`${A}: allows ${action}, by which it gives rights`];

describeRule(iamNoEscalation, [
    {
        title: "accepts what works on a queue",
        type: TYPE,
        props: policy(["sqs:SendMessage", "kms:Decrypt"]),
        found: [],
    },
    {
        title: "accepts one role that is passed or assumed",
        type: TYPE,
        props: policy(["iam:PassRole", "sts:AssumeRole"], ROLE),
        found: [],
    },
    { title: "accepts a policy that is not there, or empty", type: TYPE, props: { policy: "{}" }, found: [] },
    {
        title: "accepts a denial of everything",
        type: TYPE,
        props: { policy: JSON.stringify({ Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] }) },
        found: [],
    },
    {
        title: "accepts the pipelines that deploy",
        type: "aws:iam/policy:Policy",
        parent: "compliance:bootstrap:DeliveryRoles",
        props: policy("iam:PutRolePolicy", ROLE),
        found: [],
    },
    ...["iam:PutRolePolicy", "lambda:AddPermission", "sqs:AddPermission", "kms:PutKeyPolicy", "s3:PutBucketPolicy"].map(
        (action) => ({
            title: `rejects ${action}`,
            type: TYPE,
            props: policy(["sqs:SendMessage", action]),
            found: giving(action),
        }),
    ),
    {
        title: "rejects it in other letters",
        type: TYPE,
        props: policy("IAM:putrolepolicy"),
        found: giving("iam:PutRolePolicy"),
    },
    {
        title: "rejects it behind question marks",
        type: TYPE,
        props: policy("kms:Put?eyPolicy"),
        found: giving("kms:PutKeyPolicy"),
    },
    { title: "rejects it behind a star", type: TYPE, props: policy("sns:Add*"), found: giving("sns:AddPermission") },
    ...["*", "arn:aws:iam::222222222222:role/*", "arn:aws:iam::*:role/one", `${ROLE}*`].map((resource) => ({
        title: `rejects a role that is passed by ${resource}`,
        type: TYPE,
        props: policy("iam:PassRole", resource),
        found: [`${A}: allows iam:PassRole on ${resource}, which is no one role`],
    })),
    {
        title: "judges inline policies of a role",
        type: "aws:iam/role:Role",
        props: { inlinePolicies: [{ name: "one", policy: policy("iam:CreateUser").policy }] },
        found: ["inlinePolicies[0].policy.Statement[0].Action: allows iam:CreateUser, by which it gives rights"],
    },
    {
        title: "cannot decide while the policy is unknown",
        type: TYPE,
        props: { policy: unknown },
        found: ["policy is unknown"],
    },
]);
