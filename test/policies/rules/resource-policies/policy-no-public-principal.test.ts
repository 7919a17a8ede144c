import { RESOURCE_POLICIES } from "../../../../policies/checks/statements/policy-document.ts";
import { policyNoPublicPrincipal } from "../../../../policies/rules/resource-policies/policy-no-public-principal.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });
const P = "policy.Statement[0].Principal";
const ALLOW = { Effect: "Allow", Principal: { AWS: "arn:somebody" }, Action: "kms:Decrypt", Resource: "*" };

/** Types that keep their policy in a property of another name. */
const PROPERTIES: Record<string, string> = {
    "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": "accessPolicy",
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument",
    "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy": "resourcePolicy",
};

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const BY_TOKEN = {
    ...{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRoleWithWebIdentity", Resource: "*" },
    Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } },
};

describeRule(policyNoPublicPrincipal, [
    { title: "accepts principals that are named", props: policy(ALLOW), found: [] },
    ...[
        { StringEquals: { "aws:PrincipalAccount": "222222222222" } },
        { StringEquals: { "AWS:SOURCEACCOUNT": ["222222222222"] } },
        { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/compliance-platform/*" } },
        { StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d" } },
        { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d" }, Bool: { "aws:SecureTransport": "true" } },
    ].map((Condition) => ({
        title: `accepts everybody narrowed by ${JSON.stringify(Condition)}`,
        props: policy({ ...ALLOW, Principal: "*", Condition }),
        found: [],
    })),
    ...[
        [{ StringLike: { "aws:PrincipalAccount": "*" } }, "aws:principalaccount"],
        [{ StringNotEquals: { "aws:PrincipalAccount": "222222222222" } }, "aws:principalaccount"],
        [{ StringEqualsIfExists: { "aws:PrincipalAccount": "222222222222" } }, "aws:principalaccount"],
        [{ "ForAllValues:StringEquals": { "aws:PrincipalAccount": "222222222222" } }, "aws:principalaccount"],
        [{ StringEquals: { "aws:PrincipalAccount": ["222222222222", "999999999999"] } }, "aws:principalaccount"],
        [{ StringEquals: { "aws:PrincipalAccount": [] } }, "aws:principalaccount"],
        [{ StringLike: { "aws:SourceAccount": "2222*" } }, "aws:sourceaccount"],
        [{ ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }, "aws:sourcearn"],
        [{ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/reader" } }, "aws:principalarn"],
        [{ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }, "aws:principalorgid"],
        [{ StringLike: { "aws:SourceVpc": "vpc-*" } }, "aws:sourcevpc"],
        [{ Null: { "aws:PrincipalArn": "false" } }, "aws:principalarn"],
    ].map(([Condition, key]) => ({
        title: `rejects everybody narrowed by nothing but ${JSON.stringify(Condition)}`,
        props: policy({ ...ALLOW, Principal: "*", Condition }),
        found: [`${P}: allows everybody, whom ${key} does not narrow to ours`],
    })),
    ...["**", "arn:aws:iam::*:root", "arn:aws:iam::*:role/reader"].map((AWS) => ({
        title: `rejects everybody written as ${AWS}`,
        props: policy({ ...ALLOW, Principal: { AWS } }),
        found: [`${P}: allows everybody`],
    })),
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
        found: [`${P}: allows everybody, whom aws:resourceaccount does not narrow to ours`],
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
        found: [`${P}: allows everybody, whom aws:securetransport does not narrow to ours`],
    },
    {
        title: "rejects all but some",
        props: policy({ Effect: "Allow", NotPrincipal: { AWS: "arn:somebody" }, Action: "sqs:SendMessage" }),
        found: [`${P}: allows everybody but those it names`],
    },
    ...RESOURCE_POLICIES.map((type) => {
        const at = PROPERTIES[type] ?? "policy";
        return {
            title: `judges ${type}`,
            type,
            props: { [at]: policy({ ...ALLOW, Principal: "*" }).policy },
            found: [`${at}.Statement[0].Principal: allows everybody`],
        };
    }),
    { title: "cannot decide while the policy is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
]);
