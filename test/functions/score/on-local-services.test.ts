import assert from "node:assert/strict";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { canonicalJson } from "../../../contract/transaction/transaction.ts";
import { DynamoActivityStore } from "../../../functions/adapters/activity.ts";
import { DynamoAlertCounter } from "../../../functions/adapters/alert-counter.ts";
import { DynamoClaimLedger } from "../../../functions/adapters/claim-ledger.ts";
import { S3Writer } from "../../../functions/adapters/objects.ts";
import { SqsSender } from "../../../functions/adapters/queue.ts";
import { DynamoScoreLedger } from "../../../functions/adapters/score-ledger.ts";
import { SnsPublisher } from "../../../functions/adapters/topic.ts";
import type { Delivery } from "../../../functions/score/batch.ts";
import { score } from "../../../functions/score/score.ts";
import { screen } from "../../../functions/screen/screen.ts";
import type { Clients } from "../../../local/services/clients.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";
import { emptyCloud } from "../support/cloud.ts";
import { endings, expectedEndings } from "../support/ending.ts";
import { bare, NOW, settings } from "../support/score-runs.ts";
import { later, transaction } from "../support/transactions.ts";

const NAMES = { ledger: "flow-ledger", activity: "flow-activity", records: "flow-records", other: "flow-other" };

/** Two accounts: card testing in one, structuring in the other, and everyday payments between. */
const history = Array.from({ length: 60 }, (_, index) =>
    index % 3 === 0
        ? transaction({
              id: `flow:${index}`,
              accountId: "cash-1",
              channel: "cash",
              amountMinor: 850_000,
              occurredAt: later(index * 3_000_000),
          })
        : transaction({
              id: `flow:${index}`,
              accountId: "card-1",
              channel: "card",
              amountMinor: 100,
              occurredAt: later(index * 60_000),
          }),
);

async function ports(clients: Clients) {
    const table = (name: string, keys: string[]) =>
        resource("aws:dynamodb/table:Table", name, {
            name,
            hashKey: keys[0],
            ...(keys[1] === undefined ? {} : { rangeKey: keys[1] }),
            attributes: keys.map((key) => ({ name: key, type: "S" })),
            billingMode: "PAY_PER_REQUEST",
        });
    await create(table(NAMES.ledger, ["id"]), clients);
    await create(table(NAMES.activity, ["accountId", "at"]), clients);
    const [dynamo, s3, sns, sqs] = [
        clients.of(DynamoDBClient),
        clients.of(S3Client),
        clients.of(SNSClient),
        clients.of(SQSClient),
    ];
    const CreateBucketConfiguration = { LocationConstraint: "eu-west-1" } as const;
    for (const Bucket of [NAMES.records, NAMES.other])
        await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: "flow-topic" }));
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "flow-screened" }));
    const topic = new SnsPublisher(sns, TopicArn);
    return {
        queueUrl: QueueUrl,
        screen: {
            ledger: new DynamoClaimLedger(dynamo, NAMES.ledger),
            screened: new SqsSender(sqs, QueueUrl),
            screenedBulk: new SqsSender(sqs, QueueUrl),
            quarantine: new S3Writer(s3, NAMES.other),
            discrepancies: topic,
        },
        score: {
            ledger: new DynamoScoreLedger(dynamo, NAMES.ledger),
            activity: new DynamoActivityStore(dynamo, NAMES.activity),
            alertCounter: new DynamoAlertCounter(dynamo, NAMES.activity),
            records: new S3Writer(s3, NAMES.records),
            // Nothing of the history is refused.
            quarantine: new S3Writer(s3, NAMES.records),
            fraud: topic,
            discrepancies: topic,
            later: new SqsSender(sqs, QueueUrl),
            laterHours: 24,
        },
    };
}

describe("screen and score, on the local services", () => {
    let clients: Awaited<ReturnType<typeof sharedServices>>["clients"];
    let own: Awaited<ReturnType<typeof ports>>;

    before(async () => {
        ({ clients } = await sharedServices());
        own = await ports(clients);
    });

    it("end as the whole history would, whatever arrives first and twice", async () => {
        const arrivals = [...history].reverse().map((one) => ({
            messageId: `m-${one.id}`,
            body: canonicalJson(one),
            origin: `sqs:${one.id}`,
            receivedAt: NOW,
        }));
        const batches = [arrivals.slice(0, 20), arrivals.slice(20, 40), arrivals.slice(40), arrivals.slice(5, 25)];
        const screened = await Promise.all(batches.map((batch) => screen(batch, own.screen, NOW)));
        assert.deepEqual(
            screened.flatMap(({ failures }) => [...failures]),
            [],
        );

        const waiting = await received(clients.of(SQSClient), own.queueUrl);
        const groups = [waiting.slice(0, 15), waiting.slice(15, 30), waiting.slice(30), waiting.slice(10, 40)];
        const scored = await Promise.all(groups.map((group) => score(group, own.score, settings, NOW)));
        assert.deepEqual(
            scored.flatMap(({ failures }) => [...failures]),
            [],
        );

        const cloud = emptyCloud();
        cloud.ledger = await own.score.ledger.rows(history.map(({ id }) => id));
        cloud.objects = await objects(clients.of(S3Client), NAMES.records);
        assert.deepEqual(endings(cloud), expectedEndings(history, settings.alertThreshold));
    });

    it("end a claim in the quarantine, which another delivery claims anew; what is scored stays", async () => {
        const { screen: asScreen, score: asScore } = own;
        const claim = (id: string, origin: string) => ({
            ...{ id, source: "live", contentHash: "c", origin, occurredAt: NOW, receivedAt: NOW, claimedAt: NOW },
        });
        const [id, done] = ["aside:1", history[0]?.id ?? ""];
        await asScreen.ledger.claim([claim(id, "sqs:1")]);
        const state = async (): Promise<unknown[]> => {
            const row = (await asScore.ledger.rows([id])).get(id);
            return [row?.state, row?.origin, row?.quarantinedAt];
        };
        const end = (of: string, origin: string) => asScore.ledger.quarantined([{ id: of, origin, at: NOW }]);
        await end(id, "sqs:another");
        assert.deepEqual(await state(), ["claimed", "sqs:1", undefined]);
        for (let times = 0; times < 2; times++) await end(id, "sqs:1");
        assert.deepEqual(await state(), ["quarantined", "sqs:1", NOW]);
        const [before] = await asScreen.ledger.claim([claim(id, "sqs:2")]);
        assert.deepEqual(before, { status: "fulfilled", value: undefined });
        assert.deepEqual(await state(), ["claimed", "sqs:2", undefined]);
        const [unknown] = await end("aside:2", "sqs:2");
        assert.equal(unknown?.status, "fulfilled");
        assert.equal((await asScore.ledger.rows(["aside:2"])).size, 0);
        const [scored] = (await asScore.ledger.rows([done])).values();
        await end(done, scored?.origin ?? "");
        assert.equal((await asScore.ledger.rows([done])).get(done)?.state, "scored");
    });
});

async function received(sqs: SQSClient, QueueUrl: string): Promise<Delivery[]> {
    const deliveries: Delivery[] = [];
    for (;;) {
        const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
        if (Messages.length === 0) return deliveries;
        deliveries.push(...Messages.map(({ MessageId = "", Body = "" }) => bare(MessageId, Body)));
    }
}

async function objects(s3: S3Client, Bucket: string): Promise<Map<string, Uint8Array>> {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    const read = Contents.map(async ({ Key = "" }): Promise<[string, Uint8Array]> => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return [`records/${Key}`, (await Body?.transformToByteArray()) ?? new Uint8Array()];
    });
    return new Map(await Promise.all(read));
}
