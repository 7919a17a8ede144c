import { policyReadable } from "../../../../policies/rules/resource-policies/policy-readable.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { HOSTILE } from "../../../support/hostile-policies.ts";
import { unknown } from "../../../support/run-rule.ts";

const allow = (more: object = {}) => ({
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: "*",
    ...more,
});
const document = (Statement: unknown) => JSON.stringify({ Version: "2012-10-17", Statement });
const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const at = (Statement: unknown) => ({ type: BUCKET_POLICY, props: { policy: document(Statement) } });

describeRule(policyReadable, [
    {
        title: "accepts statements as AWS spells them",
        ...at([allow(), allow({ Sid: "one", Effect: "Deny" })]),
        found: [],
    },
    { title: "accepts one statement without a list", ...at(allow()), found: [] },
    {
        title: "accepts flags and numbers without quotes in a condition",
        ...at(allow({ Condition: { Bool: { "aws:SecureTransport": false }, NumericLessThan: { "s3:max-keys": 10 } } })),
        found: [],
    },
    { title: "leaves a resource without a policy alone", type: BUCKET_POLICY, props: {}, found: [] },
    {
        title: "rejects a key that AWS would not know",
        ...at([allow({ effect: "Deny" })]),
        found: ["policy: has in Statement[0] effect, which no statement has"],
    },
    {
        title: "rejects an effect in other letters",
        ...at([allow({ Effect: "allow" })]),
        found: ["policy: has in Statement[0] an Effect that is neither Allow nor Deny"],
    },
    {
        title: "rejects numbers for texts",
        ...at([allow(), allow({ Action: 7 })]),
        found: ["policy: has in Statement[1] an Action that is no text"],
    },
    {
        title: "rejects lists for objects",
        ...at([allow({ Principal: ["*"] })]),
        found: ["policy: has in Statement[0] a Principal that names nobody"],
    },
    {
        title: "rejects an operator that nobody knows",
        ...at([allow({ Condition: { Sounds: { "aws:SourceArn": "x" } } })]),
        found: ["policy: has in Statement[0] a Condition with Sounds, which is no operator"],
    },
    ...HOSTILE.map(({ title, text, fault }) => ({
        title: `rejects ${title}`,
        type: BUCKET_POLICY,
        props: { policy: text },
        found: [`policy: ${fault}`],
    })),
    {
        title: "rejects it in the trust and in the inline policies of a role",
        type: "aws:iam/role:Role",
        props: { assumeRolePolicy: "no", inlinePolicies: [{ name: "one", policy: "[]" }] },
        found: ["assumeRolePolicy: is no JSON object", "inlinePolicies[0].policy: is no JSON object"],
    },
    {
        title: "rejects it where a type keeps its policy elsewhere",
        type: "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
        props: { resourcePolicy: "7" },
        found: ["resourcePolicy: is no JSON object"],
    },
    {
        title: "cannot decide while it is unknown",
        type: BUCKET_POLICY,
        props: { policy: unknown },
        found: ["policy is unknown"],
    },
]);
