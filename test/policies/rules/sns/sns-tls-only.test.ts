import { snsTlsOnly } from "../../../../policies/rules/sns/sns-tls-only.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { NOT_REFUSED, plainHttp, plainHttpCases } from "../../../support/plain-http-cases.ts";

const KIND = {
    policyType: "aws:sns/topicPolicy:TopicPolicy",
    props: { id: "arn:it", arn: "arn:it" },
    belongsBy: ["arn", "arn:it"],
    action: "sns:Publish",
    oneAction: "sns:Subscribe",
    resource: "arn:it",
} as const;
const { denial, props, policy } = plainHttp(KIND);

describeRule(snsTlsOnly, [
    { title: "accepts a denial of plain HTTP", props, beside: [policy(denial)], found: [] },
    {
        title: "rejects a denial for another alone",
        props,
        beside: [policy({ ...denial, Resource: "arn:other" })],
        found: NOT_REFUSED,
    },
    ...plainHttpCases(KIND),
]);
