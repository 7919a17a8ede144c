import { snsTlsOnly } from "../../../../policies/rules/sns/sns-tls-only.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "arn:it", arn: "arn:it" };
const REFUSED = ["policy: does not refuse plain HTTP"];
const DENY = {
    Effect: "Deny",
    Principal: "*",
    Action: "sns:Publish",
    Resource: "arn:it",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const ALLOW = { Effect: "Allow", Principal: { AWS: "arn:somebody" }, Action: "sns:Publish", Resource: "arn:it" };
const text = (statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const policy = (statements: object[]) => ({
    type: "aws:sns/topicPolicy:TopicPolicy",
    name: "policy",
    props: { arn: "arn:it", policy: text(statements) },
});

describeRule(snsTlsOnly, [
    { title: "accepts a denial of plain HTTP", props: IT, beside: [policy([DENY])], found: [] },
    { title: "accepts it among other statements", props: IT, beside: [policy([ALLOW, DENY])], found: [] },
    {
        title: "accepts the condition in any letters",
        props: IT,
        beside: [policy([{ ...DENY, Condition: { Bool: { "AWS:securetransport": false } } }])],
        found: [],
    },
    { title: "rejects it without a policy", props: IT, found: REFUSED },
    { title: "rejects an empty policy", props: IT, beside: [policy([])], found: REFUSED },
    {
        title: "rejects a policy that is no JSON",
        props: IT,
        beside: [{ ...policy([]), props: { arn: "arn:it", policy: "no" } }],
        found: REFUSED,
    },
    {
        title: "rejects the policy of another",
        props: IT,
        beside: [{ ...policy([DENY]), props: { arn: "another", policy: text([DENY]) } }],
        found: REFUSED,
    },
    {
        title: "rejects an allowance in place of the denial",
        props: IT,
        beside: [policy([{ ...DENY, Effect: "Allow" }])],
        found: REFUSED,
    },
    {
        title: "rejects a denial for some only",
        props: IT,
        beside: [policy([{ ...DENY, Principal: { AWS: "arn:somebody" } }])],
        found: REFUSED,
    },
    {
        title: "rejects a denial of too little",
        props: IT,
        beside: [policy([{ ...DENY, Action: "sns:Subscribe" }])],
        found: REFUSED,
    },
    {
        title: "rejects a denial with a way around it",
        props: IT,
        beside: [policy([{ ...DENY, Condition: { ...DENY.Condition, StringEquals: { "aws:SourceVpc": "vpc" } } }])],
        found: REFUSED,
    },
    {
        title: "rejects a denial of TLS",
        props: IT,
        beside: [policy([{ ...DENY, Condition: { Bool: { "aws:SecureTransport": "true" } } }])],
        found: REFUSED,
    },
    {
        title: "cannot decide while the policy is unknown",
        props: IT,
        beside: [{ ...policy([]), props: { arn: "arn:it", policy: unknown } }],
        found: ["policy is unknown"],
    },
    {
        title: "cannot decide while nobody knows whose policy it is",
        props: IT,
        beside: [{ ...policy([DENY]), props: { arn: unknown, policy: text([DENY]) } }],
        found: ["arn is unknown"],
    },
    {
        title: "goes by what the policy was made from while names are unknown",
        props: { arn: unknown, id: unknown, url: unknown },
        beside: [{ ...policy([DENY]), props: { arn: unknown, policy: text([DENY]) }, madeFrom: { arn: "it" } }],
        found: [],
    },
]);
