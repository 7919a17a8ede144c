import assert from "node:assert/strict";
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { waitingMessages } from "../../../operations/start/waiting.ts";
import { type Running, startServices } from "../../local/services/support/running-services.ts";

describe("what waits in the queues", () => {
    let running: Running;
    before(async () => {
        running = await startServices();
    });
    after(() => running.stop());

    it("is what lies there, what is delayed and what was taken and not yet answered for; empty queues are left out", async () => {
        const sqs = running.clients.of(SQSClient);
        const make = async (QueueName: string, messages: number) => {
            const Attributes = { VisibilityTimeout: "360" };
            const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
            const send = { QueueUrl, MessageBody: "a unit" };
            for (let at = 0; at < messages; at++) await sqs.send(new SendMessageCommand(send));
            return { QueueUrl, send };
        };
        const { QueueUrl, send } = await make("screened-bulk-0a1b2c3", 3);
        await sqs.send(new SendMessageCommand({ ...send, DelaySeconds: 900 }));
        await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1 }));
        await make("empty-0a1b2c3", 0);
        await make("inbox-of-somebody", 2);
        assert.deepEqual(await waitingMessages(sqs, "inbox-of-somebody"), [
            { queue: "screened-bulk", ready: 3, taken: 1, visibilitySeconds: 360 },
        ]);
    });
});
