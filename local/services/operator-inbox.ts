import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Clients } from "./clients.ts";

/** The queue that stands for an operator's mailbox: alert topics of the `local` stack subscribe it. */
export const operatorInbox = "operator-inbox";

/** Makes the inbox, outside any stack, open to the topics of this account. */
export async function makeOperatorInbox(clients: Clients): Promise<void> {
    const policy = {
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "sns.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: `arn:aws:sqs:${clients.region}:${clients.accountId}:${operatorInbox}`,
                Condition: { StringEquals: { "aws:SourceAccount": clients.accountId } },
            },
        ],
    };
    await clients
        .of(SQSClient)
        .send(new CreateQueueCommand({ QueueName: operatorInbox, Attributes: { Policy: JSON.stringify(policy) } }));
}
