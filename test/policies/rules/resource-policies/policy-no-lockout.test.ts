import { policyNoLockout } from "../../../../policies/rules/resource-policies/policy-no-lockout.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const deny = (more: object = {}) => ({
    policy: JSON.stringify({ Statement: { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", ...more } }),
});
const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const SHUT = ["policy.Statement.Action: is denied to everybody without a condition"];

describeRule(policyNoLockout, [
    {
        title: "accepts a denial under a condition",
        type: BUCKET_POLICY,
        props: deny({ Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        found: [],
    },
    {
        title: "accepts a denial of one action",
        type: BUCKET_POLICY,
        props: deny({ Action: "s3:DeleteObject" }),
        found: [],
    },
    {
        title: "accepts a denial for one role",
        type: BUCKET_POLICY,
        props: deny({ Principal: { AWS: "arn:aws:iam::222222222222:role/one" } }),
        found: [],
    },
    {
        title: "accepts an endpoint that lets nothing through",
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        props: deny(),
        found: [],
    },
    { title: "rejects a denial of everything", type: BUCKET_POLICY, props: deny(), found: SHUT },
    {
        title: "rejects it in other words",
        type: BUCKET_POLICY,
        props: deny({ Principal: { AWS: ["*"] }, Action: "*" }),
        found: SHUT,
    },
    {
        title: "rejects a key out of which its policy may lock everybody",
        type: "aws:kms/key:Key",
        props: { bypassPolicyLockoutSafetyCheck: true },
        found: ["bypassPolicyLockoutSafetyCheck: lets a policy lock everybody out"],
    },
    {
        title: "rejects it beside the key and on a table",
        type: "aws:kms/keyPolicy:KeyPolicy",
        props: { bypassPolicyLockoutSafetyCheck: true },
        beside: [
            {
                type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
                name: "table",
                props: { confirmRemoveSelfResourceAccess: true },
            },
        ],
        found: [
            "bypassPolicyLockoutSafetyCheck: lets a policy lock everybody out",
            "table confirmRemoveSelfResourceAccess: lets a policy lock everybody out",
        ],
    },
    {
        title: "cannot decide while it is unknown",
        type: "aws:kms/keyPolicy:KeyPolicy",
        props: { policy: unknown, bypassPolicyLockoutSafetyCheck: unknown },
        found: ["bypassPolicyLockoutSafetyCheck is unknown", "policy is unknown"],
    },
]);
