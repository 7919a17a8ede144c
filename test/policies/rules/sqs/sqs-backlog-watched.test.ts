import { sqsBacklogWatched } from "../../../../policies/rules/sqs/sqs-backlog-watched.ts";
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
const AGE = "ApproximateAgeOfOldestMessage";
const DEPTH = "ApproximateNumberOfMessagesVisible";

describeRule(sqsBacklogWatched, [
    { title: "accepts both alarms", props: IT, beside: [alarm(AGE), alarm(DEPTH)], found: [] },
    { title: "rejects a queue without alarms", props: IT, found: [`name: has no alarm on ${AGE} and ${DEPTH}`] },
    {
        title: "rejects one alarm without the other",
        props: IT,
        beside: [alarm(DEPTH)],
        found: [`name: has no alarm on ${AGE}`],
    },
    {
        title: "rejects alarms on another queue",
        props: IT,
        beside: [alarm(AGE, "else"), alarm(DEPTH)],
        found: [`name: has no alarm on ${AGE}`],
    },
    {
        title: "leaves dead letters alone",
        props: IT,
        beside: [LIVE, alarm(AGE, "live"), alarm(DEPTH, "live")],
        found: ["live name: has no alarm on ApproximateAgeOfOldestMessage and ApproximateNumberOfMessagesVisible"],
    },
    {
        title: "cannot decide while the queue of an alarm is unknown",
        props: IT,
        beside: [alarm(AGE, unknown)],
        found: ["dimensions.QueueName is unknown"],
    },
]);
