import { policyNoPublicPrincipal } from "../../../policies/rules/policy-no-public-principal.ts";
import { describeRule } from "../../support/describe-rule.ts";
import { unknown } from "../../support/run-rule.ts";

const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });
const P = "policy.Statement[0].Principal";
const ALLOW = { Effect: "Allow", Principal: { AWS: "arn:somebody" }, Action: "kms:Decrypt", Resource: "*" };

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const BY_TOKEN = {
    ...{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRoleWithWebIdentity", Resource: "*" },
    Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } },
};

describeRule(policyNoPublicPrincipal, [
    { title: "accepts principals that are named", props: policy(ALLOW), found: [] },
    {
        title: "accepts everybody of this organisation",
        props: policy({ ...ALLOW, Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
        found: [],
    },
    { title: "accepts a denial for everybody", props: policy({ ...ALLOW, Effect: "Deny", Principal: "*" }), found: [] },
    { title: "accepts a resource without a policy", props: {}, found: [] },
    { title: "accepts an empty policy", props: { policy: "" }, found: [] },
    {
        title: "accepts an endpoint that takes tokens to roles of this account",
        type: ENDPOINT,
        props: policy(BY_TOKEN),
        found: [],
    },
    {
        title: "rejects an endpoint that takes tokens to roles of anybody",
        type: ENDPOINT,
        props: policy({ ...BY_TOKEN, Condition: {} }),
        found: [`${P}: allows everybody`],
    },
    {
        title: "rejects an endpoint that takes more than tokens from everybody",
        type: ENDPOINT,
        props: policy({ ...BY_TOKEN, Action: ["sts:AssumeRoleWithWebIdentity", "sts:AssumeRole"] }),
        found: [`${P}: allows everybody`],
    },
    { title: "rejects everybody", props: policy({ ...ALLOW, Principal: "*" }), found: [`${P}: allows everybody`] },
    {
        title: "rejects everybody as a list",
        props: policy({ ...ALLOW, Principal: { AWS: ["arn:somebody", "*"] } }),
        found: [`${P}: allows everybody`],
    },
    {
        title: "rejects everybody over TLS",
        props: policy({ ...ALLOW, Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }),
        found: [`${P}: allows everybody`],
    },
    {
        title: "rejects all but some",
        props: policy({ Effect: "Allow", NotPrincipal: { AWS: "arn:somebody" }, Action: "sqs:SendMessage" }),
        found: [`${P}: allows everybody but those it names`],
    },
    ...["aws:s3/bucketPolicy:BucketPolicy", "aws:sqs/queuePolicy:QueuePolicy", "aws:sns/topicPolicy:TopicPolicy"].map(
        (type) => ({
            title: `judges ${type}`,
            type,
            props: policy({ ...ALLOW, Principal: "*" }),
            found: [`${P}: allows everybody`],
        }),
    ),
    { title: "cannot decide while the policy is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
]);
