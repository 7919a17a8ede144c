import { sqsDeadLetterRetention } from "../../../../policies/rules/sqs/sqs-dead-letter-retention.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { arn: "arn:it", name: "it" };
const LIVE = {
    type: "aws:sqs/queue:Queue",
    name: "live",
    props: { arn: "arn:live", redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn:it", maxReceiveCount: 5 }) },
};
const P = "messageRetentionSeconds";

describeRule(sqsDeadLetterRetention, [
    { title: "accepts fourteen days", props: { ...IT, messageRetentionSeconds: 1_209_600 }, beside: [LIVE], found: [] },
    {
        title: "rejects less",
        props: { ...IT, messageRetentionSeconds: 1_209_599 },
        beside: [LIVE],
        found: [`${P}: keeps dead letters for 1209599 s, less than fourteen days`],
    },
    {
        title: "rejects the default of four days",
        props: IT,
        beside: [LIVE],
        found: [`${P}: keeps dead letters for 345600 s, less than fourteen days`],
    },
    { title: "leaves queues of work alone", props: { ...IT, messageRetentionSeconds: 60 }, found: [] },
    {
        title: "cannot decide while the time is unknown",
        props: { ...IT, messageRetentionSeconds: unknown },
        beside: [LIVE],
        found: [`${P} is unknown`],
    },
    {
        title: "cannot decide while nobody knows where dead letters go",
        props: IT,
        beside: [{ ...LIVE, props: { redrivePolicy: unknown } }],
        found: ["redrivePolicy is unknown", "live redrivePolicy is unknown"],
    },
]);
