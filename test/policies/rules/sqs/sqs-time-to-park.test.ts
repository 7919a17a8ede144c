import { sqsTimeToPark } from "../../../../policies/rules/sqs/sqs-time-to-park.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const work = (seconds?: number | string) => ({
    redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn:dead", maxReceiveCount: 5 }),
    ...(seconds !== undefined && { messageRetentionSeconds: seconds }),
});
const dead = (seconds?: number) => ({
    type: "aws:sqs/queue:Queue",
    name: "dead",
    props: { arn: "arn:dead", ...(seconds !== undefined && { messageRetentionSeconds: seconds }) },
});

describeRule(sqsTimeToPark, [
    { title: "accepts a day of difference", props: work(1_123_200), beside: [dead(1_209_600)], found: [] },
    {
        title: "rejects less",
        props: work(1_123_201),
        beside: [dead(1_209_600)],
        found: ["messageRetentionSeconds: is 1123201 s, which leaves dead less than a day"],
    },
    {
        title: "rejects the same defaults on both",
        props: work(),
        beside: [dead()],
        found: ["messageRetentionSeconds: is 345600 s, which leaves dead less than a day"],
    },
    { title: "leaves queues without dead letters alone", props: {}, found: [] },
    {
        title: "cannot decide while the time is unknown",
        props: work(unknown),
        beside: [dead(1_209_600)],
        found: ["messageRetentionSeconds is unknown"],
    },
]);
