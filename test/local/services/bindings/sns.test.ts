import assert from "node:assert/strict";
import {
    GetTopicAttributesCommand,
    ListSubscriptionsByTopicCommand,
    PublishCommand,
    SNSClient,
} from "@aws-sdk/client-sns";
import type { Clients } from "../../../../local/services/clients.ts";
import { receiveAll } from "../support/calls.ts";
import { create, queueArn, remove, resource } from "../support/resources.ts";
import { accountId, region } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

const TopicArn = `arn:aws:sns:${region}:${accountId}:fraud-live`;
const topic = resource("aws:sns/topic:Topic", "fraud-live", { name: "fraud-live", displayName: "Fraud" });
const subscription = resource("aws:sns/topicSubscription:TopicSubscription", "fraud-live", {
    topic: TopicArn,
    protocol: "sqs",
    endpoint: queueArn("operator-inbox"),
    rawMessageDelivery: true,
});

describe("live topic", () => {
    let clients: Clients;

    before(async () => {
        clients = (await sharedServices()).clients;
        await create(topic, clients);
        await create(topic, clients);
    });

    it("reaches the operator's inbox once, however often the subscription is created", async () => {
        await create(subscription, clients);
        await create(subscription, clients);
        await clients
            .of(SNSClient)
            .send(new PublishCommand({ TopicArn, Subject: "Fraud", Message: '{"type":"fraud"}' }));
        const bodies = (await receiveAll(clients, "operator-inbox", 1)).map(({ Body }) => Body);
        assert.deepEqual(bodies, ['{"type":"fraud"}']);
    });

    it("has its policy", async () => {
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });
        await create(resource("aws:sns/topicPolicy:TopicPolicy", "fraud-live", { arn: TopicArn, policy }), clients);
        const { Attributes } = await clients.of(SNSClient).send(new GetTopicAttributesCommand({ TopicArn }));
        assert.equal(Attributes?.Policy, policy);
        assert.equal(Attributes?.DisplayName, "Fraud");
    });

    it("loses its subscription, then goes, and may be gone already", async () => {
        const sns = clients.of(SNSClient);
        await remove(subscription, clients);
        const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
        assert.deepEqual(Subscriptions, []);
        await remove(subscription, clients);
        await remove(topic, clients);
        await remove(topic, clients);
        await assert.rejects(sns.send(new GetTopicAttributesCommand({ TopicArn })), { name: /NotFound/ });
    });
});
