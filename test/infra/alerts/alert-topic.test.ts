import assert from "node:assert/strict";
import { AlertTopic, type AlertTopicArgs } from "../../../infra/alerts/alert-topic.ts";
import { ACCOUNT, theKey } from "../../support/infra-parts.ts";
import { allRegistered, created, namesOf, recordResources, statements, value } from "../../support/mocks.ts";

const desk = { protocol: "email", endpoint: "desk@bank.example" } as const;
const hook = { protocol: "https", endpoint: "https://bank.example/alerts" } as const;
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";

async function create(args: Partial<AlertTopicArgs> = {}): Promise<AlertTopic> {
    const topic = new AlertTopic("t", { displayName: "News", key: theKey(), receivers: [desk], ...args });
    await allRegistered();
    return topic;
}

const refusal = {
    Sid: "RefusePlainHttp",
    Effect: "Deny",
    Principal: "*",
    Action: "sns:Publish",
    Resource: "arn:sns:t",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

describe("AlertTopic", () => {
    beforeEach(recordResources);

    it("encrypts every message with the given key", async () => {
        await create();
        assert.deepEqual(created("aws:sns/topic:Topic", "t"), {
            displayName: "News",
            kmsMasterKeyId: "arn:kms:the-key",
        });
    });

    it("refuses plain HTTP, and alarms and budgets too unless told otherwise", async () => {
        await create();
        assert.deepEqual(statements("aws:sns/topicPolicy:TopicPolicy", "t"), [refusal]);
    });

    it("accepts the alarms of one account and region, and its budgets", async () => {
        await create({ alarmsOf: { accountId: ACCOUNT, region: "eu-west-1" } });
        assert.deepEqual(statements("aws:sns/topicPolicy:TopicPolicy", "t"), [
            refusal,
            {
                Sid: "AcceptAlarms",
                Effect: "Allow",
                Principal: { Service: "cloudwatch.amazonaws.com" },
                Action: "sns:Publish",
                Resource: "arn:sns:t",
                Condition: {
                    StringEquals: { "aws:SourceAccount": ACCOUNT },
                    ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:eu-west-1:${ACCOUNT}:alarm:*` },
                },
            },
            {
                Sid: "AcceptBudgets",
                Effect: "Allow",
                Principal: { Service: "budgets.amazonaws.com" },
                Action: "sns:Publish",
                Resource: "arn:sns:t",
                Condition: {
                    StringEquals: { "aws:SourceAccount": ACCOUNT },
                    ArnLike: { "aws:SourceArn": `arn:aws:budgets::${ACCOUNT}:*` },
                },
            },
        ]);
    });

    it("tells every receiver", async () => {
        await create({ receivers: [desk, hook] });
        const told = namesOf(SUBSCRIPTION).map((name) => {
            const { topic, protocol, endpoint } = created(SUBSCRIPTION, name);
            return { topic, protocol, endpoint };
        });
        assert.deepEqual(told, [
            { topic: "arn:sns:t", ...desk },
            { topic: "arn:sns:t", ...hook },
        ]);
    });

    it("names a subscription for its receiver, so that another receiver more or less changes nothing", async () => {
        await create({ receivers: [desk, hook] });
        const before = namesOf(SUBSCRIPTION);
        await recordResources();
        await create({ receivers: [hook] });
        assert.deepEqual(
            namesOf(SUBSCRIPTION),
            before.filter((name) => name.startsWith("t-https-")),
        );
    });

    it("lets a publisher publish, nothing else", async () => {
        const topic = await create();
        assert.deepEqual(await value(topic.grantPublish()), [
            { Effect: "Allow", Action: ["sns:Publish"], Resource: "arn:sns:t" },
            { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("refuses to be a topic that nobody hears", async () => {
        await assert.rejects(
            create({ receivers: [] }),
            /receivers must name at least one, or nobody hears of an alert/,
        );
    });
});
