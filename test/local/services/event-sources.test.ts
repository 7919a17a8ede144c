import assert from "node:assert/strict";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { invoke, receiveAll, sendAll } from "./support/calls.ts";
import { consume, makeRecorder, map } from "./support/event-sources.ts";
import { makeFunction, makeQueue, queueArn, queueUrl } from "./support/resources.ts";
import type { Running } from "./support/running-services.ts";
import { sharedServices } from "./support/shared-services.ts";

/** Tells when it ran. */
const slow = `
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
export const handler = async () => {
    const start = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const MessageBody = JSON.stringify({ start, end: Date.now() });
    await sqs.send(new SendMessageCommand({ QueueUrl: process.env.SEEN_URL, MessageBody }));
};`;

/** Fails the messages that say so, and tells which it got for which time. */
const picky = `
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
export const handler = async ({ Records }) => {
    const poison = Records.filter(({ body }) => body.startsWith("poison"));
    for (const { body, attributes } of Records) {
        const MessageBody = JSON.stringify({ body, receives: Number(attributes.ApproximateReceiveCount) });
        await sqs.send(new SendMessageCommand({ QueueUrl: process.env.SEEN_URL, MessageBody }));
    }
    return { batchItemFailures: poison.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

describe("event sources of the local services", () => {
    let running: Running;

    before(async () => {
        running = await sharedServices();
    });

    it("hand over body, message attributes and system attributes as Lambda gets them", async () => {
        const { clients, folder } = running;
        await makeRecorder(clients, "attributed", folder);
        await map(clients, "attributed", { batchSize: 10 });
        const MessageAttributes = { origin: { DataType: "String", StringValue: "s3:card-network/a.csv#v1#7" } };
        await clients
            .of(SQSClient)
            .send(new SendMessageCommand({ QueueUrl: queueUrl("attributed"), MessageBody: "{}", MessageAttributes }));
        const [message] = await receiveAll(clients, "attributed-seen", 1);
        const [record] = JSON.parse(message?.Body ?? "").records;
        assert.equal(record.body, "{}");
        assert.equal(record.eventSourceARN, queueArn("attributed"));
        assert.equal(record.attributes.ApproximateReceiveCount, "1");
        assert.match(record.attributes.SentTimestamp, /^\d{13}$/);
        const { origin } = record.messageAttributes;
        assert.deepEqual([origin.dataType, origin.stringValue], ["String", "s3:card-network/a.csv#v1#7"]);
    });

    it("deliver again only what a batch reports as failed, and give up to the dead letters", async () => {
        const { clients, folder } = running;
        await makePicky("partly", folder, running);
        // A cold start counts against the visibility timeout.
        await invoke(clients, "partly", { Records: [] });
        await map(clients, "partly", { batchSize: 10 });
        await sendAll(clients, "partly", ["good", "poison", "also good"]);
        const dead = await receiveAll(clients, "partly-dead", 1);
        assert.deepEqual(
            dead.map(({ Body }) => Body),
            ["poison"],
        );
        const seen = (await receiveAll(clients, "partly-seen", 4)).map(({ Body = "" }) => JSON.parse(Body));
        const times = (body: string) => seen.filter((message) => message.body === body).map(({ receives }) => receives);
        assert.deepEqual(times("good"), [1]);
        assert.deepEqual(times("also good"), [1]);
        assert.deepEqual(times("poison"), [1, 2]);
    });

    it("run no more invocations at once than their maximum concurrency", async () => {
        const { clients, folder } = running;
        await makeQueue(clients, "narrow", { visibilityTimeoutSeconds: 60 });
        await makeQueue(clients, "narrow-seen");
        const environment = { SEEN_URL: queueUrl("narrow-seen") };
        const statements = [
            { Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn("narrow-seen") },
            consume("narrow"),
        ];
        await makeFunction(clients, "narrow", { source: slow, environment, statements, folder });
        await sendAll(clients, "narrow", ["a", "b", "c", "d", "e", "f"]);
        await map(clients, "narrow", { batchSize: 1, scalingConfig: { maximumConcurrency: 2 } });
        const ran = (await receiveAll(clients, "narrow-seen", 6)).map(({ Body = "" }) => JSON.parse(Body));
        const atOnce = ran.map(({ start }) => ran.filter((other) => other.start <= start && start < other.end).length);
        assert.equal(ran.length, 6);
        assert.equal(Math.max(...atOnce), 2);
    });
});

async function makePicky(name: string, folder: string, { clients }: Running): Promise<void> {
    await makeQueue(clients, `${name}-dead`);
    await makeQueue(clients, `${name}-seen`);
    await makeQueue(clients, name, {
        visibilityTimeoutSeconds: 2,
        redrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn(`${name}-dead`), maxReceiveCount: 2 }),
    });
    await makeFunction(clients, name, {
        source: picky,
        environment: { SEEN_URL: queueUrl(`${name}-seen`) },
        statements: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn(`${name}-seen`) }, consume(name)],
        folder,
    });
}
