import { sqsDeadLetters } from "../../../../policies/rules/sqs/sqs-dead-letters.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const DEAD = { type: "aws:sqs/queue:Queue", name: "dead", props: { arn: "arn:dead" } };
const NONE = ["redrivePolicy: names no dead-letter queue of this stack"];
const UNLIMITED = "redrivePolicy: does not limit the deliveries of a message";
const redrive = (policy: object) => ({ arn: "arn:it", redrivePolicy: JSON.stringify(policy) });

describeRule(sqsDeadLetters, [
    {
        title: "accepts a queue with dead letters",
        props: redrive({ deadLetterTargetArn: "arn:dead", maxReceiveCount: 5 }),
        beside: [DEAD],
        found: [],
    },
    {
        title: "accepts a limit written as text",
        props: redrive({ deadLetterTargetArn: "arn:dead", maxReceiveCount: "20" }),
        beside: [DEAD],
        found: [],
    },
    { title: "rejects a queue without dead letters", props: { arn: "arn:it" }, found: NONE },
    { title: "rejects an empty policy", props: { redrivePolicy: "" }, found: [...NONE, UNLIMITED] },
    {
        title: "rejects a queue of another stack",
        props: redrive({ deadLetterTargetArn: "arn:else", maxReceiveCount: 5 }),
        found: NONE,
    },
    {
        title: "rejects too few deliveries",
        props: redrive({ deadLetterTargetArn: "arn:dead", maxReceiveCount: 4 }),
        beside: [DEAD],
        found: ["redrivePolicy: gives up after 4 deliveries, outside of 5 to 20"],
    },
    {
        title: "rejects too many deliveries",
        props: redrive({ deadLetterTargetArn: "arn:dead", maxReceiveCount: 21 }),
        beside: [DEAD],
        found: ["redrivePolicy: gives up after 21 deliveries, outside of 5 to 20"],
    },
    {
        title: "rejects deliveries without a limit",
        props: redrive({ deadLetterTargetArn: "arn:dead" }),
        beside: [DEAD],
        found: [UNLIMITED],
    },
    {
        title: "cannot decide while the policy is unknown",
        props: { redrivePolicy: unknown },
        found: ["redrivePolicy is unknown"],
    },
]);
