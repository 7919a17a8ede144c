import assert from "node:assert/strict";
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Clients } from "../../../../local/services/clients.ts";
import { create, makeQueue, queueArn, queueUrl, remove, resource, update } from "../support/resources.ts";
import { sharedServices } from "../support/shared-services.ts";

describe("live queue", () => {
    let clients: Clients;

    before(async () => {
        clients = (await sharedServices()).clients;
    });

    it("has the attributes of its inputs and the predicted ARN", async () => {
        const redrivePolicy = JSON.stringify({ deadLetterTargetArn: queueArn("bound-dead"), maxReceiveCount: 5 });
        await makeQueue(clients, "bound-dead", { messageRetentionSeconds: 1_209_600 });
        await makeQueue(clients, "bound", { visibilityTimeoutSeconds: 180, redrivePolicy });
        const found = await attributes("bound");
        assert.equal(found.QueueArn, queueArn("bound"));
        assert.equal(found.VisibilityTimeout, "180");
        assert.equal(found.RedrivePolicy, redrivePolicy);
        assert.equal((await attributes("bound-dead")).MessageRetentionPeriod, "1209600");
    });

    it("takes a change, also when it is created a second time", async () => {
        const queue = await makeQueue(clients, "changed", { visibilityTimeoutSeconds: 30 });
        await update(queue, { visibilityTimeoutSeconds: 60 }, clients);
        assert.equal((await attributes("changed")).VisibilityTimeout, "60");
        await create({ ...queue, inputs: { ...queue.inputs, visibilityTimeoutSeconds: 90 } }, clients);
        assert.equal((await attributes("changed")).VisibilityTimeout, "90");
    });

    it("goes, and may be gone already", async () => {
        const queue = await makeQueue(clients, "going");
        await remove(queue, clients);
        await remove(queue, clients);
        await assert.rejects(clients.of(SQSClient).send(new GetQueueUrlCommand({ QueueName: "going" })), {
            name: "QueueDoesNotExist",
        });
    });

    it("gets and loses its policy", async () => {
        await makeQueue(clients, "ruled");
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });
        const made = resource("aws:sqs/queuePolicy:QueuePolicy", "ruled", { queueUrl: queueUrl("ruled"), policy });
        await create(made, clients);
        assert.equal((await attributes("ruled")).Policy, policy);
        await remove(made, clients);
        assert.equal((await attributes("ruled")).Policy, undefined);
    });

    async function attributes(name: string): Promise<Record<string, string>> {
        const request = new GetQueueAttributesCommand({ QueueUrl: queueUrl(name), AttributeNames: ["All"] });
        return (await clients.of(SQSClient).send(request)).Attributes ?? {};
    }
});
