import { policyServiceScoped } from "../../../../policies/rules/resource-policies/policy-service-scoped.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });
const REFUSED = "policy.Statement[0].Principal.Service: lets s3.amazonaws.com act for any customer of AWS";
const ALLOW = {
    Effect: "Allow",
    Principal: { Service: "s3.amazonaws.com" },
    Action: "kms:GenerateDataKey",
    Resource: "*",
};

describeRule(policyServiceScoped, [
    {
        title: "accepts a service for this account",
        props: policy({ ...ALLOW, Condition: { StringEquals: { "aws:SourceAccount": "222222222222" } } }),
        found: [],
    },
    {
        title: "accepts a service for one source",
        props: policy({
            ...ALLOW,
            Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:222222222222:trail/one" } },
        }),
        found: [],
    },
    {
        title: "accepts logs for their log groups",
        props: policy({
            ...ALLOW,
            Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:222222222222:*" } },
        }),
        found: [],
    },
    {
        title: "accepts principals that are no services",
        props: policy({ ...ALLOW, Principal: { AWS: "arn:somebody" } }),
        found: [],
    },
    { title: "accepts a resource without a policy", props: {}, found: [] },
    { title: "accepts an empty policy", props: { policy: "{}" }, found: [] },
    { title: "rejects a service for any customer", props: policy(ALLOW), found: [REFUSED] },
    {
        title: "rejects a condition that does not scope",
        props: policy({ ...ALLOW, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
        found: [`${REFUSED}, which aws:securetransport does not narrow to us`],
    },
    ...[
        [{ StringLike: { "aws:SourceAccount": "*" } }, "aws:sourceaccount"],
        [{ StringEquals: { "aws:SourceAccount": "999999999999" } }, "aws:sourceaccount"],
        [{ StringEqualsIfExists: { "aws:SourceAccount": "222222222222" } }, "aws:sourceaccount"],
        [{ ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }, "aws:sourcearn"],
        [{ ArnLike: { "aws:SourceArn": "arn:aws:s3:::landing" } }, "aws:sourcearn"],
        [{ StringLike: { "kms:EncryptionContext:aws:s3:arn": "*" } }, "kms:encryptioncontext:aws:s3:arn"],
    ].map(([Condition, key]) => ({
        title: `rejects a service under nothing but ${JSON.stringify(Condition)}`,
        props: policy({ ...ALLOW, Condition }),
        found: [`${REFUSED}, which ${key} does not narrow to us`],
    })),
    {
        title: "accepts a bucket, whose ARN does not say whose it is, beside its account",
        props: policy({
            ...ALLOW,
            Condition: {
                StringEquals: { "aws:SourceAccount": "222222222222" },
                ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" },
            },
        }),
        found: [],
    },
    { title: "cannot decide while the policy is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
]);
