import assert from "node:assert/strict";
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { permissionsUsed } from "../../../../local/services/permissions-used.ts";
import { makeQueue, queueArn, queueUrl } from "../support/resources.ts";
import { accountId, type Running, region, startServices } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

const root = { AWS: `arn:aws:iam::${accountId}:root` };
const document = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

describe("services that record permissions", () => {
    let running: Running;
    before(async () => {
        running = await startServices([], {}, false, {}, {}, true);
    });
    after(() => running.stop());

    it("tell which permission of which role each call used, by what its policy names, and what was refused", async () => {
        const { clients } = running;
        await makeQueue(clients, "permitted");
        const iam = clients.of(IAMClient);
        const trust = document({ Effect: "Allow", Principal: root, Action: "sts:AssumeRole" });
        await iam.send(new CreateRoleCommand({ RoleName: "sender", AssumeRolePolicyDocument: trust }));
        const Resource = `${queueArn("permitted").slice(0, -1)}*`;
        const PolicyDocument = document({ Effect: "Allow", Action: "sqs:SendMessage", Resource });
        await iam.send(new PutRolePolicyCommand({ RoleName: "sender", PolicyName: "send", PolicyDocument }));
        const taken = new AssumeRoleCommand({
            RoleArn: `arn:aws:iam::${accountId}:role/sender`,
            RoleSessionName: "here",
        });
        const { Credentials: given } = await clients.of(STSClient).send(taken);
        const credentials = {
            accessKeyId: given?.AccessKeyId ?? "",
            secretAccessKey: given?.SecretAccessKey ?? "",
            sessionToken: given?.SessionToken ?? "",
        };
        const sqs = new SQSClient({ endpoint: clients.endpoint, region, credentials, useQueueUrlAsEndpoint: false });
        const QueueUrl = queueUrl("permitted");
        for (const MessageBody of ["a", "b"]) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
        await assert.rejects(
            sqs.send(new GetQueueUrlCommand({ QueueName: "permitted" })),
            /AccessDenied|not authorized/,
        );
        sqs.destroy();

        assert.deepEqual(await permissionsUsed(clients), [
            { role: "sender", action: "sqs:SendMessage", resource: Resource, allowed: true, calls: 2 },
            { role: "sender", action: "sqs:GetQueueUrl", resource: queueArn("permitted"), allowed: false, calls: 1 },
        ]);
    });
});

describe("services that are not asked to record permissions", () => {
    it("say nothing of them", async () => {
        const { clients } = await sharedServices();
        await assert.rejects(permissionsUsed(clients), /record no permissions/);
    });
});
