import { kmsOwnPolicy } from "../../../../policies/rules/keys/kms-own-policy.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const POLICY = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { AWS: "arn:somebody" } }] });
const beside = (keyId: string) => [
    { type: "aws:kms/keyPolicy:KeyPolicy", name: "policy", props: { keyId, policy: POLICY } },
];

describeRule(kmsOwnPolicy, [
    { title: "accepts a policy of its own", props: { policy: POLICY }, found: [] },
    { title: "accepts one beside it", props: { id: "it" }, beside: beside("it"), found: [] },
    { title: "rejects a key without one", props: {}, found: ["policy: is not set"] },
    { title: "rejects an empty one", props: { policy: "{}" }, found: ["policy: is not set"] },
    {
        title: "rejects the policy of another key",
        props: { id: "it" },
        beside: beside("else"),
        found: ["policy: is not set"],
    },
    {
        title: "rejects a key that is off",
        props: { policy: POLICY, isEnabled: false },
        found: ["isEnabled: is off, so nothing under the key can be read"],
    },
    { title: "cannot decide while it is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
]);
