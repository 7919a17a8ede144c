import { kmsGrantsForServices } from "../../../../policies/rules/keys/kms-grants-for-services.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (...statements: object[]) => ({ policy: JSON.stringify({ Statement: statements }) });
const GRANT = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::1:root" }, Action: "kms:CreateGrant", Resource: "*" };
const REFUSED = "policy.Statement[0].Action: allows grants to anybody";

describeRule(kmsGrantsForServices, [
    {
        title: "accepts grants to services only",
        props: policy({ ...GRANT, Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }),
        found: [],
    },
    { title: "accepts a policy without grants", props: policy({ ...GRANT, Action: "kms:Decrypt" }), found: [] },
    { title: "accepts a key without a policy", props: {}, found: [] },
    { title: "accepts a denial of grants", props: policy({ ...GRANT, Effect: "Deny" }), found: [] },
    { title: "rejects grants without a condition", props: policy(GRANT), found: [REFUSED] },
    {
        title: "rejects grants among other actions",
        props: policy({ ...GRANT, Action: ["kms:Decrypt", "kms:CreateGrant"] }),
        found: [REFUSED],
    },
    {
        title: "rejects the condition turned around",
        props: policy({ ...GRANT, Condition: { Bool: { "kms:GrantIsForAWSResource": "false" } } }),
        found: [REFUSED],
    },
    { title: "cannot decide while the policy is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
]);
