import { SNSClient, SubscribeCommand, UnsubscribeCommand } from "@aws-sdk/client-sns";
import {
    CreateQueueCommand,
    DeleteQueueCommand,
    GetQueueAttributesCommand,
    ReceiveMessageCommand,
    SetQueueAttributesCommand,
    SQSClient,
} from "@aws-sdk/client-sqs";
import type { Context } from "./step.ts";

export interface ProbeQueue {
    /** What came since the last look, as the topic's publisher wrote it. */
    take(): Promise<string[]>;
}

/**
 * A receiver of our own for the time of one step, since nobody may read the queues and mails of the others. Encrypted by
 * SQS itself; only the topic may send to it.
 */
export async function probe(context: Context, topicArn: string): Promise<ProbeQueue> {
    const { cloud, run, afterwards } = context;
    const sqs = cloud.of(SQSClient);
    const QueueName = `platform-verify-${run}`;
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName }));
    afterwards(`the queue ${QueueName}`, () => sqs.send(new DeleteQueueCommand({ QueueUrl })));
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] });
    const { Attributes: { QueueArn = "" } = {} } = await sqs.send(asked);
    const Policy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "sns.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: QueueArn,
                Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
            },
        ],
    });
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));

    const sns = cloud.of(SNSClient);
    const { SubscriptionArn } = await sns.send(
        new SubscribeCommand({
            TopicArn: topicArn,
            Protocol: "sqs",
            Endpoint: QueueArn,
            Attributes: { RawMessageDelivery: "true" },
            ReturnSubscriptionArn: true,
        }),
    );
    afterwards(`the subscription ${SubscriptionArn}`, () => sns.send(new UnsubscribeCommand({ SubscriptionArn })));
    return {
        async take() {
            const received = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
            const { Messages = [] } = await sqs.send(received);
            return Messages.map(({ Body = "" }) => Body);
        },
    };
}
