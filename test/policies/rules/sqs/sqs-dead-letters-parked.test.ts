import { sqsDeadLettersParked } from "../../../../policies/rules/sqs/sqs-dead-letters-parked.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { arn: "arn:it", name: "it" };
const LIVE = {
    type: "aws:sqs/queue:Queue",
    name: "live",
    props: { arn: "arn:live", redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn:it", maxReceiveCount: 5 }) },
};
const MAPPING = {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    name: "park",
    props: { eventSourceArn: "arn:it", functionName: "park" },
};

describeRule(sqsDeadLettersParked, [
    { title: "accepts dead letters that a function consumes", props: IT, beside: [LIVE, MAPPING], found: [] },
    {
        title: "rejects dead letters that nobody consumes",
        props: IT,
        beside: [LIVE],
        found: ["name: holds dead letters that no function takes away"],
    },
    {
        title: "rejects the consumer of another queue",
        props: IT,
        beside: [LIVE, { ...MAPPING, props: { eventSourceArn: "arn:live" } }],
        found: ["name: holds dead letters that no function takes away"],
    },
    { title: "leaves queues of work alone", props: IT, found: [] },
    {
        title: "cannot decide while the source of a mapping is unknown",
        props: IT,
        beside: [LIVE, { ...MAPPING, props: { eventSourceArn: unknown } }],
        found: ["eventSourceArn is unknown"],
    },
]);
