import { sqsTlsOnly } from "../../../../policies/rules/sqs/sqs-tls-only.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { NOT_REFUSED, plainHttp, plainHttpCases } from "../../../support/plain-http-cases.ts";

const KIND = {
    policyType: "aws:sqs/queuePolicy:QueuePolicy",
    props: { id: "url:it", arn: "arn:it" },
    belongsBy: ["queueUrl", "url:it"],
    action: "sqs:*",
    oneAction: "sqs:SendMessage",
    resource: "arn:it",
} as const;
const { denial, props, policy } = plainHttp(KIND);

describeRule(sqsTlsOnly, [
    { title: "accepts a denial of plain HTTP", props, beside: [policy(denial)], found: [] },
    {
        title: "rejects a denial for another alone",
        props,
        beside: [policy({ ...denial, Resource: "arn:other" })],
        found: NOT_REFUSED,
    },
    ...plainHttpCases(KIND),
]);
