import { sqsConsumed } from "../../../../policies/rules/sqs/sqs-consumed.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { arn: "arn:it" };
const mapping = (eventSourceArn: string, madeFrom = {}) => ({
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    name: "mapping",
    props: { eventSourceArn, functionName: "screen" },
    madeFrom,
});
const LIVE = {
    type: "aws:sqs/queue:Queue",
    name: "live",
    props: { arn: "arn:live", redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn:it", maxReceiveCount: 5 }) },
};

describeRule(sqsConsumed, [
    { title: "accepts a queue that a function works on", props: IT, beside: [mapping("arn:it")], found: [] },
    {
        title: "accepts one that is linked while its name is unknown",
        props: { arn: unknown },
        beside: [mapping(unknown, { eventSourceArn: "it" })],
        found: [],
    },
    { title: "rejects a queue that nobody works on", props: IT, found: ["name: has no function that works on it"] },
    { title: "leaves dead letters to another rule", props: IT, beside: [LIVE, mapping("arn:live")], found: [] },
    {
        title: "rejects the function of another queue",
        props: IT,
        beside: [mapping("arn:else")],
        found: ["name: has no function that works on it"],
    },
    {
        title: "cannot decide while the source of a mapping is unknown",
        props: IT,
        beside: [mapping(unknown)],
        found: ["eventSourceArn is unknown"],
    },
]);
