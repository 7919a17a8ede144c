import { adds, refuses, UUID } from "../../support/type-tests.ts";

const HERE = "eu-west-1:111122223333";
const QUEUE_ARN = "arn:aws:sqs:eu-west-1:111122223333:bulk";

describe("the table of sns", () => {
    adds([
        {
            type: "aws:sns/topic:Topic",
            inputs: { name: "fraud" },
            id: `arn:aws:sns:${HERE}:fraud`,
            outputs: { arn: `arn:aws:sns:${HERE}:fraud`, owner: "111122223333" },
        },
        {
            type: "aws:sns/topicSubscription:TopicSubscription",
            inputs: { topic: `arn:aws:sns:${HERE}:fraud`, protocol: "email", endpoint: "a@b.example" },
            id: new RegExp(`^arn:aws:sns:${HERE}:fraud:${UUID.source}$`),
            outputs: { pendingConfirmation: true, rawMessageDelivery: false },
        },
    ]);

    refuses([
        {
            type: "aws:sns/topicSubscription:TopicSubscription",
            good: { topic: "arn:aws:sns:eu-west-1:111122223333:t", protocol: "sqs", endpoint: QUEUE_ARN },
            bad: [
                [{ protocol: "fax" }, "protocol must be one of"],
                [{ topic: "t" }, "topic must be the ARN of a topic"],
            ],
        },
    ]);
});
