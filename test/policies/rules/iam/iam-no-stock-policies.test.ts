import { iamNoStockPolicies } from "../../../../policies/rules/iam/iam-no-stock-policies.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const STOCK = "arn:aws:iam::aws:policy/AdministratorAccess";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

describeRule(iamNoStockPolicies, [
    { title: "accepts a role without them", props: {}, found: [] },
    {
        title: "accepts policies of our own",
        props: { managedPolicyArns: ["arn:aws:iam::123456789012:policy/ours"] },
        found: [],
    },
    {
        title: "rejects one of AWS",
        props: { managedPolicyArns: [STOCK] },
        found: [`managedPolicyArns[0]: attaches ${STOCK}`],
    },
    {
        title: "rejects one that is attached",
        type: ATTACHMENT,
        props: { policyArn: STOCK },
        found: [`policyArn: attaches ${STOCK}`],
    },
    { title: "accepts an empty list", props: { managedPolicyArns: [] }, found: [] },
    {
        title: "cannot decide while it is unknown",
        type: ATTACHMENT,
        props: { policyArn: unknown },
        found: ["policyArn is unknown"],
    },
]);
