import { adds, refuses } from "../../support/type-tests.ts";

const HERE = "eu-west-1:111122223333";
const statement = '{"Version":"2012-10-17","Statement":[]}';
const QUEUE_ARN = "arn:aws:sqs:eu-west-1:111122223333:bulk";

describe("the table of sqs", () => {
    adds([
        {
            type: "aws:sqs/queue:Queue",
            inputs: { name: "bulk", kmsMasterKeyId: "k" },
            id: "https://sqs.eu-west-1.amazonaws.com/111122223333/bulk",
            outputs: {
                url: "https://sqs.eu-west-1.amazonaws.com/111122223333/bulk",
                arn: `arn:aws:sqs:${HERE}:bulk`,
                sqsManagedSseEnabled: false,
                messageRetentionSeconds: 345_600,
            },
        },
        {
            type: "aws:sqs/queuePolicy:QueuePolicy",
            inputs: { queueUrl: "https://q", policy: statement },
            id: "https://q",
            outputs: {},
        },
    ]);

    refuses([
        {
            type: "aws:sqs/queue:Queue",
            good: {
                visibilityTimeoutSeconds: 43_200,
                redrivePolicy: `{"deadLetterTargetArn":"${QUEUE_ARN}","maxReceiveCount":5}`,
            },
            bad: [
                [
                    { visibilityTimeoutSeconds: 43_201 },
                    "visibilityTimeoutSeconds must be a whole number from 0 to 43200 seconds",
                ],
                [{ visibilityTimeoutSeconds: -1 }, "visibilityTimeoutSeconds must"],
                [{ messageRetentionSeconds: 59 }, "messageRetentionSeconds must"],
                [{ delaySeconds: 901 }, "delaySeconds must"],
                [{ receiveWaitTimeSeconds: 20.5 }, "receiveWaitTimeSeconds must"],
                [{ redrivePolicy: '{"maxReceiveCount":5}' }, "redrivePolicy must name a deadLetterTargetArn"],
                [
                    { redrivePolicy: `{"deadLetterTargetArn":"${QUEUE_ARN}","maxReceiveCount":0}` },
                    "redrivePolicy maxReceiveCount",
                ],
                [{ redrivePolicy: "not json" }, "redrivePolicy is not a JSON object"],
                [{ policy: "[]" }, "policy is not a JSON object"],
                [{ contentBasedDeduplication: true }, "contentBasedDeduplication is only for FIFO queues"],
                [
                    { kmsMasterKeyId: "k", sqsManagedSseEnabled: true },
                    "sqsManagedSseEnabled conflicts with kmsMasterKeyId",
                ],
                [{ tags: { "aws:x": "1" } }, "tags must not use the reserved prefix aws:"],
            ],
        },
    ]);
});
