import { networkEndpointPolicy } from "../../../../policies/rules/network/network-endpoint-policy.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (Condition?: object) => ({
    policy: JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Condition }] }),
});
const NOT_SET = ["policy: is not set: AWS allows everything"];
const OPEN = ["policy.Statement[0].Condition.StringEquals: leaves open whose resources it reaches"];

describeRule(networkEndpointPolicy, [
    {
        title: "accepts a policy that pins whose resources it reaches",
        props: policy({ StringEquals: { "aws:ResourceAccount": "222222222222" } }),
        found: [],
    },
    ...["999999999999", "*", ["222222222222", "999999999999"], []].map((account) => ({
        title: `rejects a policy that pins ${JSON.stringify(account)}`,
        props: policy({ StringEquals: { "aws:ResourceAccount": account } }),
        found: OPEN,
    })),
    {
        title: "rejects an organisation that is none of ours",
        props: policy({ StringEquals: { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }),
        found: OPEN,
    },
    { title: "rejects an absent policy", props: {}, found: NOT_SET },
    { title: "rejects a statement without a condition", props: policy(), found: OPEN },
    {
        title: "rejects a condition on callers only",
        props: policy({ StringEquals: { "aws:PrincipalAccount": "123456789012" } }),
        found: OPEN,
    },
    { title: "rejects an empty condition", props: policy({ StringEquals: {} }), found: OPEN },
    { title: "cannot decide while the policy is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
]);
