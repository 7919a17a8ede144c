import { iamNoWildcardAction } from "../../../../policies/rules/iam/iam-no-wildcard-action.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const P = "policy.Statement[0].Action";

describeRule(iamNoWildcardAction, [
    {
        title: "accepts actions that are listed",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "arn:queue" }),
        found: [],
    },
    {
        title: "accepts a denial of everything",
        type: POLICY,
        props: policy({ Effect: "Deny", Action: "*", Resource: "*" }),
        found: [],
    },
    {
        title: "accepts a limit of roles, which allows nothing by itself",
        type: "aws:iam/policy:Policy",
        props: { path: "/delivery/boundaries/", ...policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }) },
        found: [],
    },
    { title: "accepts a role without policies", props: {}, found: [] },
    { title: "accepts an empty policy", type: POLICY, props: policy(), found: [] },
    {
        title: "rejects everything",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: "*", Resource: "arn:queue" }),
        found: [`${P}: allows *`],
    },
    {
        title: "rejects all of a service",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: ["sqs:SendMessage", "s3:*"], Resource: "arn:queue" }),
        found: [`${P}: allows s3:*`],
    },
    {
        title: "rejects a part of a service",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: "s3:Get*", Resource: "arn:queue" }),
        found: [`${P}: allows s3:Get*`],
    },
    {
        title: "rejects all but some",
        type: POLICY,
        props: policy({ Effect: "Allow", NotAction: "iam:CreateUser", Resource: "arn:queue" }),
        found: [`${P}: allows everything but what it names`],
    },
    {
        title: "judges a managed policy",
        type: "aws:iam/policy:Policy",
        props: policy({ Effect: "Allow", Action: "*", Resource: "arn:queue" }),
        found: [`${P}: allows *`],
    },
    {
        title: "judges a policy inside a role",
        props: { inlinePolicies: [policy({ Effect: "Allow", Action: "*" })] },
        found: ["inlinePolicies[0].policy.Statement[0].Action: allows *"],
    },
    {
        title: "rejects question marks, which are wildcards too",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: ["kms:Decryp?"], Resource: "arn:key" }),
        found: [`${P}: allows kms:Decryp?`],
    },
    {
        title: "cannot decide while the policy is unknown",
        type: POLICY,
        props: { policy: unknown },
        found: ["policy is unknown"],
    },
]);
