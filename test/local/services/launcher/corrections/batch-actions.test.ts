import assert from "node:assert/strict";
import { invoke } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { create, makeFunction, makeQueue, queueArn, queueUrl, resource } from "../../support/resources.ts";
import { accountId, region } from "../../support/running-services.ts";

const TopicArn = `arn:aws:sns:${region}:${accountId}:batched`;

/** Makes each batch call once, and answers with the names of the refusals. */
const source = `
import { PublishBatchCommand, SNSClient } from "@aws-sdk/client-sns";
import { ChangeMessageVisibilityBatchCommand, DeleteMessageBatchCommand, ReceiveMessageCommand,
    SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
const { QUEUE_URL: QueueUrl, TOPIC_ARN: TopicArn } = process.env;
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
export const handler = async () => {
    const refusals = [];
    const note = (error) => { refusals.push(error.name); return {}; };
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: "a", MessageBody: "x" }] })).catch(note);
    const { Messages: [{ ReceiptHandle }] = [{ ReceiptHandle: "none" }] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    const longer = [{ Id: "a", ReceiptHandle, VisibilityTimeout: 20 }];
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries: longer })).catch(note);
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: [{ Id: "a", ReceiptHandle }] })).catch(note);
    const PublishBatchRequestEntries = [{ Id: "a", Message: "x" }];
    await new SNSClient().send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries })).catch(note);
    return refusals;
};`;

describe("correction batch-actions", () => {
    itNeeds("batch-actions", {
        behaviour: "lets a role that may do the single call do its batch",
        async observe({ clients, folder }) {
            await makeQueue(clients, "batched");
            await create(resource("aws:sns/topic:Topic", "batched", { name: "batched" }), clients);
            const actions = ["SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility"];
            const statements = [
                { Effect: "Allow", Action: actions.map((action) => `sqs:${action}`), Resource: queueArn("batched") },
                { Effect: "Allow", Action: "sns:Publish", Resource: TopicArn },
            ];
            const environment = { QUEUE_URL: queueUrl("batched"), TOPIC_ARN: TopicArn };
            await makeFunction(clients, "batched", { source, environment, statements, folder });
            return invoke(clients, "batched");
        },
        expect: (refusals) => assert.deepEqual(refusals, []),
    });
});
