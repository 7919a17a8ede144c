import { iamNoTampering } from "../../../../policies/rules/iam/iam-no-tampering.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const may = (Action: string | string[], more: object = {}) => ({
    type: ROLE_POLICY,
    props: { policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action, Resource: "arn:one", ...more }] }) },
});
const A = "policy.Statement[0].Action";

describeRule(iamNoTampering, [
    { title: "accepts work on the data", ...may(["s3:PutObject", "kms:Decrypt", "sqs:DeleteMessage"]), found: [] },
    {
        title: "accepts grants of a key for services of AWS",
        ...may("kms:CreateGrant", { Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }),
        found: [],
    },
    { title: "accepts a denial of it", ...may("cloudtrail:StopLogging", { Effect: "Deny" }), found: [] },
    {
        title: "accepts what pipelines that deploy may do",
        ...may("s3:DeleteBucket"),
        parent: "compliance:bootstrap:DeliveryRoles",
        found: [],
    },
    { title: "accepts a role without policies", type: "aws:iam/role:Role", props: {}, found: [] },
    {
        title: "rejects a role that erases traces",
        ...may(["s3:GetObject", "CloudTrail:stoplogging"]),
        found: [`${A}: allows cloudtrail:StopLogging, which erases traces`],
    },
    {
        title: "rejects it by a pattern",
        ...may("s3:Put?ifecycle*"),
        found: [`${A}: allows s3:PutLifecycleConfiguration, which destroys what keys, buckets and tables keep`],
    },
    {
        title: "rejects a role that sends data elsewhere",
        ...may("logs:PutSubscriptionFilter"),
        found: [`${A}: allows logs:PutSubscriptionFilter, which sends data elsewhere`],
    },
    {
        title: "rejects grants of a key to anybody",
        ...may("kms:CreateGrant", { Condition: { BoolIfExists: { "kms:GrantIsForAWSResource": "true" } } }),
        found: [`${A}: allows kms:CreateGrant, by which it gives a key to anybody`],
    },
    {
        title: "rejects it inside a role",
        type: "aws:iam/role:Role",
        props: {
            inlinePolicies: [{ policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "sqs:PurgeQueue" } }) }],
        },
        found: [
            "inlinePolicies[0].policy.Statement.Action: allows sqs:PurgeQueue, which destroys what keys, buckets and tables keep",
        ],
    },
    {
        title: "cannot decide while it is unknown",
        type: ROLE_POLICY,
        props: { policy: unknown },
        found: ["policy is unknown"],
    },
]);
