import { policyNoWildcardAction } from "../../../../policies/rules/resource-policies/policy-no-wildcard-action.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });
const P = "policy.Statement[0].Action";
const ALLOW = { Effect: "Allow", Principal: { AWS: "arn:somebody" }, Action: "kms:Decrypt", Resource: "*" };

describeRule(policyNoWildcardAction, [
    { title: "accepts actions that are listed", props: policy(ALLOW), found: [] },
    {
        title: "accepts all of KMS for the account that owns the key",
        props: policy({ ...ALLOW, Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*" }),
        found: [],
    },
    { title: "accepts a denial of everything", props: policy({ ...ALLOW, Effect: "Deny", Action: "*" }), found: [] },
    { title: "accepts a resource without a policy", props: {}, found: [] },
    { title: "accepts an empty policy", props: { policy: "{}" }, found: [] },
    {
        title: "rejects all of KMS for another",
        props: policy({ ...ALLOW, Action: "kms:*" }),
        found: [`${P}: allows kms:*`],
    },
    {
        title: "rejects everything for the account",
        props: policy({ ...ALLOW, Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "*" }),
        found: [`${P}: allows *`],
    },
    {
        title: "rejects a part of the actions",
        props: policy({ ...ALLOW, Action: ["kms:Decrypt", "kms:Describe*"] }),
        found: [`${P}: allows kms:Describe*`],
    },
    {
        title: "rejects question marks, which are wildcards too",
        props: policy({ ...ALLOW, Action: "kms:Decryp?" }),
        found: [`${P}: allows kms:Decryp?`],
    },
    {
        title: "rejects all but some",
        props: policy({ Effect: "Allow", Principal: { AWS: "arn:somebody" }, NotAction: "kms:Decrypt" }),
        found: [`${P}: allows everything but what it names`],
    },
    { title: "cannot decide while the policy is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
]);
