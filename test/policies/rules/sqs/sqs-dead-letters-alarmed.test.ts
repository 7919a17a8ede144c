import { sqsDeadLettersAlarmed } from "../../../../policies/rules/sqs/sqs-dead-letters-alarmed.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { arn: "arn:it", name: "it" };
const LIVE = {
    type: "aws:sqs/queue:Queue",
    name: "live",
    props: { arn: "arn:live", redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn:it", maxReceiveCount: 5 }) },
};
const alarm = (metricName: string, QueueName = "it") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { QueueName } },
});
const ARRIVED = "NumberOfMessagesReceived";
const STUCK = "ApproximateNumberOfMessagesVisible";
const missing = (metrics: string) => `name: holds dead letters without an alarm on ${metrics}`;

describeRule(sqsDeadLettersAlarmed, [
    { title: "accepts both alarms", props: IT, beside: [LIVE, alarm(ARRIVED), alarm(STUCK)], found: [] },
    {
        title: "rejects dead letters without alarms",
        props: IT,
        beside: [LIVE],
        found: [missing(`${ARRIVED} and ${STUCK}`)],
    },
    {
        title: "rejects one alarm without the other",
        props: IT,
        beside: [LIVE, alarm(STUCK)],
        found: [missing(ARRIVED)],
    },
    {
        title: "rejects alarms on another queue",
        props: IT,
        beside: [LIVE, alarm(ARRIVED), alarm(STUCK, "live")],
        found: [missing(STUCK)],
    },
    { title: "leaves queues of work alone", props: IT, found: [] },
    {
        title: "cannot decide while the queue of an alarm is unknown",
        props: IT,
        beside: [LIVE, alarm(ARRIVED, unknown)],
        found: ["dimensions.QueueName is unknown"],
    },
]);
