import { lambdaOutsideReadsNothing } from "../../../../policies/rules/lambda/lambda-outside-reads-nothing.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const OUTSIDE = { arn: "arn:it", role: "arn:role" };
const INSIDE = { ...OUTSIDE, vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } };
const ROLE = { type: "aws:iam/role:Role", name: "role", props: { arn: "arn:role", name: "the-role" } };
const may = (...Action: unknown[]) => ({
    type: "aws:iam/rolePolicy:RolePolicy",
    name: "policy",
    props: { role: "the-role", policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action, Resource: "*" }] }) },
});
const MAPPING = {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    name: "works",
    props: { functionName: "arn:it" },
};
const refused = (actions: string) => [`role: may ${actions} outside the private network`];

describeRule(lambdaOutsideReadsNothing, [
    { title: "accepts one outside that only writes", props: OUTSIDE, beside: [ROLE, may("s3:PutObject")], found: [] },
    { title: "accepts one inside that reads", props: INSIDE, beside: [ROLE, may("s3:GetObject")], found: [] },
    {
        title: "leaves what works on a queue to its own rule",
        props: OUTSIDE,
        beside: [ROLE, may("sqs:ReceiveMessage"), MAPPING],
        found: [],
    },
    {
        title: "rejects one outside that reads objects and messages",
        props: OUTSIDE,
        beside: [ROLE, may("s3:GetObject", "sqs:ReceiveMessage")],
        found: refused("s3:GetObject and sqs:ReceiveMessage"),
    },
    {
        title: "rejects one outside that may read by a wildcard",
        props: OUTSIDE,
        beside: [ROLE, may("s3:Get*")],
        found: refused("s3:GetObject and s3:GetObjectVersion"),
    },
    {
        title: "rejects a reading policy within the role itself",
        props: OUTSIDE,
        beside: [{ ...ROLE, props: { ...ROLE.props, inlinePolicies: [{ policy: may("s3:GetObject").props.policy }] } }],
        found: refused("s3:GetObject"),
    },
    {
        title: "rejects one outside that scans a table or reads a secret, in whichever letters",
        props: OUTSIDE,
        beside: [ROLE, may("dynamodb:scan", "secretsmanager:Get*")],
        found: refused("dynamodb:Scan and secretsmanager:GetSecretValue"),
    },
    {
        title: "cannot decide while the policy is unknown",
        props: OUTSIDE,
        beside: [ROLE, { ...may(), props: { role: "the-role", policy: unknown } }],
        found: ["policy is unknown"],
    },
]);
