import { sqsKeepsMessages } from "../../../../policies/rules/sqs/sqs-keeps-messages.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(sqsKeepsMessages, [
    { title: "accepts the four days of SQS itself", props: {}, found: [] },
    { title: "accepts a day", props: { messageRetentionSeconds: 86_400 }, found: [] },
    {
        title: "rejects a minute in production",
        props: { messageRetentionSeconds: 60 },
        found: ["messageRetentionSeconds: is 60 s, less than a day"],
    },
    { title: "accepts a minute elsewhere", stack: "dev", props: { messageRetentionSeconds: 60 }, found: [] },
    {
        title: "cannot decide while it is unknown",
        props: { messageRetentionSeconds: unknown },
        found: ["messageRetentionSeconds is unknown"],
    },
]);
