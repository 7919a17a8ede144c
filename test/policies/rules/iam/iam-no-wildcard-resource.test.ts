import { iamNoWildcardResource } from "../../../../policies/rules/iam/iam-no-wildcard-resource.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const P = "policy.Statement[0].Resource";

describeRule(iamNoWildcardResource, [
    {
        title: "accepts resources that are named",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1:1:queue" }),
        found: [],
    },
    {
        title: "accepts the objects of one bucket",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/*" }),
        found: [],
    },
    {
        title: "accepts what AWS cannot narrow down",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: ["xray:PutTraceSegments"], Resource: "*" }),
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
        title: "rejects every resource",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "*" }),
        found: [`${P}: is * for sqs:SendMessage`],
    },
    {
        title: "rejects it beside what AWS cannot narrow down",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: ["xray:PutTraceSegments", "s3:GetObject"], Resource: "*" }),
        found: [`${P}: is * for s3:GetObject`],
    },
    {
        title: "rejects every bucket",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: ["arn:aws:s3:::*"] }),
        found: [`${P}: is arn:aws:s3:::* for s3:GetObject`],
    },
    {
        title: "accepts the list of all buckets, which AWS cannot narrow down",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }),
        found: [],
    },
    {
        title: "accepts all of a kind that holds nothing",
        type: POLICY,
        props: policy({
            ...{ Effect: "Allow", Action: "ec2:CreateNetworkInterface" },
            Resource: "arn:aws:ec2:eu-west-1:222222222222:network-interface/*",
        }),
        found: [],
    },
    {
        title: "accepts all of a kind for the pipelines that deploy",
        type: "aws:iam/policy:Policy",
        parent: "compliance:bootstrap:DeliveryRoles",
        props: policy({
            Effect: "Allow",
            Action: "kms:TagResource",
            Resource: "arn:aws:kms:eu-west-1:222222222222:key/*",
        }),
        found: [],
    },
    ...[
        "arn:aws:kms:*:*:key/*",
        "arn:aws:kms:eu-west-1:222222222222:key/*",
        "arn:aws:secretsmanager:eu-west-1:222222222222:secret:*",
        "arn:aws:dynamodb:eu-west-1:*:table/ledger",
        "arn:aws:s3:::*/*",
        "arn:aws:*:eu-west-1:222222222222:one",
        "??",
    ].map((resource) => ({
        title: `rejects ${resource}`,
        type: POLICY,
        props: policy({ Effect: "Allow", Action: "kms:Decrypt", Resource: resource }),
        found: [`${P}: is ${resource} for kms:Decrypt`],
    })),
    {
        title: "rejects all but some",
        type: POLICY,
        props: policy({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:x" }),
        found: [`${P}: covers everything but what it names`],
    },
    {
        title: "cannot decide while the policy is unknown",
        type: POLICY,
        props: { policy: unknown },
        found: ["policy is unknown"],
    },
]);
