import assert from "node:assert/strict";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import type { Clients } from "../../../local/services/clients.ts";
import { makeFunction, makeQueue, queueArn, queueUrl } from "./support/resources.ts";
import { type Running, sharedServices } from "./support/running-services.ts";

const sender = `
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
export const handler = async () => {
    try {
        await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: "hello" }));
        return "sent";
    } catch (error) {
        return error.name;
    }
};`;

describe("permissions in the local services", function () {
    this.timeout(20_000);
    let running: Running;

    before(async () => {
        running = await sharedServices();
        await makeQueue(running.clients, "guarded");
    });

    it("refuse a function what its role does not allow", async () => {
        const environment = { QUEUE_URL: queueUrl("guarded") };
        await makeFunction(running.clients, "silent", { source: sender, environment, folder: running.folder });
        assert.equal(await invoke(running.clients, "silent"), "AccessDenied");
    });

    it("grant a function what its role allows", async () => {
        const statements = [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn("guarded") }];
        const environment = { QUEUE_URL: queueUrl("guarded") };
        const { folder } = running;
        await makeFunction(running.clients, "speaking", { source: sender, environment, statements, folder });
        assert.equal(await invoke(running.clients, "speaking"), "sent");
    });
});

async function invoke(clients: Clients, name: string): Promise<unknown> {
    const { Payload } = await clients.of(LambdaClient).send(new InvokeCommand({ FunctionName: name }));
    return JSON.parse(Buffer.from(Payload ?? []).toString());
}
