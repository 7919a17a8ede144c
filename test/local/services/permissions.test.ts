import assert from "node:assert/strict";
import { invoke } from "./support/calls.ts";
import { create, makeFunction, makeQueue, queueArn, queueUrl, resource } from "./support/resources.ts";
import { accountId, type Running, region } from "./support/running-services.ts";
import { sharedServices } from "./support/shared-services.ts";

/** Makes the call that its event names, and answers "done" or the name of the refusal. */
const caller = `
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GenerateMacCommand, KMSClient } from "@aws-sdk/client-kms";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
const { KEY_ID: KeyId, QUEUE_URL: QueueUrl, TOPIC_ARN: TopicArn } = process.env;
const MacAlgorithm = "HMAC_SHA_256";
const calls = {
    "dynamodb:PutItem": () => new DynamoDBClient().send(new PutItemCommand({ TableName: "guarded", Item: { id: { S: "a" } } })),
    "kms:GenerateMac": () => new KMSClient().send(new GenerateMacCommand({ KeyId, MacAlgorithm, Message: Buffer.from("a") })),
    "s3:PutObject": () => new S3Client().send(new PutObjectCommand({ Bucket: "guarded", Key: "open/a", Body: "x" })),
    "sns:Publish": () => new SNSClient().send(new PublishCommand({ TopicArn, Message: "x" })),
    "sqs:SendMessage": () => new SQSClient({ useQueueUrlAsEndpoint: false }).send(new SendMessageCommand({ QueueUrl, MessageBody: "x" })),
};
export const handler = ({ call }) => calls[call]().then(() => "done", (error) => error.name);`;

const keyId = "5b9c1f60-2222-4333-8444-abcdefabcdef";
const guarded = {
    "dynamodb:PutItem": `arn:aws:dynamodb:${region}:${accountId}:table/guarded`,
    "kms:GenerateMac": `arn:aws:kms:${region}:${accountId}:key/${keyId}`,
    "s3:PutObject": "arn:aws:s3:::guarded/open/*",
    "sns:Publish": `arn:aws:sns:${region}:${accountId}:guarded`,
    "sqs:SendMessage": queueArn("guarded"),
};

describe("permissions in the local services", () => {
    let running: Running;

    before(async () => {
        running = await sharedServices();
        const { clients, folder } = running;
        await makeQueue(clients, "guarded");
        await create(resource("aws:sns/topic:Topic", "guarded", { name: "guarded" }), clients);
        await create(resource("aws:s3/bucket:Bucket", "guarded", { bucket: "guarded" }), clients);
        const mac = { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" };
        await create(resource("aws:kms/key:Key", "guarded", mac, keyId), clients);
        const table = { name: "guarded", hashKey: "id", attributes: [{ name: "id", type: "S" }] };
        await create(resource("aws:dynamodb/table:Table", "guarded", table), clients);
        const TOPIC_ARN = guarded["sns:Publish"];
        const environment = { KEY_ID: keyId, QUEUE_URL: queueUrl("guarded"), TOPIC_ARN };
        const statements = Object.entries(guarded).map(([Action, Resource]) => ({ Effect: "Allow", Action, Resource }));
        await makeFunction(clients, "permitted", { source: caller, environment, statements, folder });
        await makeFunction(clients, "powerless", { source: caller, environment, folder });
    });

    for (const call of Object.keys(guarded)) {
        it(`let a function call ${call} when its role says so, and only then`, async () => {
            assert.equal(await invoke(running.clients, "permitted", { call }), "done");
            const refusal = await invoke(running.clients, "powerless", { call });
            assert.match(String(refusal), /AccessDenied|AuthorizationError/);
        });
    }

    it("end at the resource that the role names", async () => {
        const { clients, folder } = running;
        const statements = [{ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::guarded/other/*" }];
        await makeFunction(clients, "misplaced", { source: caller, statements, folder });
        assert.equal(await invoke(clients, "misplaced", { call: "s3:PutObject" }), "AccessDenied");
    });
});
