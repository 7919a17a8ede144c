import assert from "node:assert/strict";
import { canonicalJson } from "../../../contract/transaction/transaction.ts";
import { park } from "../../../functions/park/park.ts";
import { type ReplayMessage, type ReplayPorts, replay } from "../../../functions/park/replay.ts";
import { deliveryOf } from "../../../functions/screen/delivery.ts";
import { emptyCloud, portsTo } from "../support/cloud.ts";
import { run } from "../support/screen-runs.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { transaction } from "../support/transactions.ts";

const NOW = "2026-03-03T00:00:10.000Z";

interface Bucket extends ReplayPorts {
    objects: Map<string, string>;
    sent: { queueArn: string; message: ReplayMessage }[];
}

function bucketWith(objects: Iterable<[string, string]>): Bucket {
    const bucket: Bucket = {
        objects: new Map(objects),
        sent: [],
        async *keys(prefix) {
            yield* [...bucket.objects.keys()].filter((key) => key.startsWith(prefix));
        },
        read: async (key) => bucket.objects.get(key) ?? "",
        send: async (queueArn, message) => void bucket.sent.push({ queueArn, message }),
        write: async (key, body) => void bucket.objects.set(key, body),
    };
    return bucket;
}

async function parked(...records: Parameters<typeof sqsRecord>[0][]): Promise<Bucket> {
    const cloud = emptyCloud();
    await park(
        records.map((parts) => sqsRecord({ queue: "incoming-dead", source: "incoming", ...parts })),
        portsTo(cloud),
        NOW,
    );
    return bucketWith([...cloud.objects].map(([key, body]) => [key.slice("parked/".length), String(body)]));
}

describe("replay", () => {
    const body = canonicalJson(transaction());

    it("sends a message back to its queue with its body, attributes and origin", async () => {
        const attributes = { origin: "s3:a.csv#1#2", receivedAt: "2026-03-02T11:00:00.000Z", trace: "t-1" };
        const bucket = await parked({ body, attributes });
        const { replayed } = await replay("", bucket, NOW);
        assert.deepEqual(replayed, ["incoming-dead/2026-03-02/m-1.json"]);
        assert.deepEqual(bucket.sent, [
            {
                queueArn: "arn:aws:sqs:eu-west-1:111122223333:incoming",
                message: {
                    body,
                    attributes: {
                        origin: { DataType: "String", StringValue: "s3:a.csv#1#2" },
                        receivedAt: { DataType: "String", StringValue: "2026-03-02T11:00:00.000Z" },
                        trace: { DataType: "String", StringValue: "t-1" },
                    },
                },
            },
        ]);
    });

    it("is taken by screen for the delivery it is, though its message id is new", async () => {
        const cloud = emptyCloud();
        const record = sqsRecord({ messageId: "m-1", body });
        // It was claimed, and then something went wrong until it was a dead letter.
        await run(cloud, [deliveryOf(record)], { fault: { at: 1, when: "before", kills: true } });
        const bucket = await parked({ messageId: "m-1", body });
        await replay("", bucket, NOW);
        const attributes = Object.entries(bucket.sent[0]?.message.attributes ?? {});
        const replayed = sqsRecord({
            messageId: "m-2",
            body,
            attributes: Object.fromEntries(attributes.map(([name, { StringValue = "" }]) => [name, StringValue])),
        });
        const { outcome } = await run(cloud, [deliveryOf(replayed)]);
        assert.deepEqual([outcome.forwarded, outcome.duplicates], [1, 0]);
        for (const row of cloud.ledger.values()) row.state = "scored";
        const again = await run(cloud, [deliveryOf(replayed)]);
        assert.deepEqual([again.outcome.retried, again.outcome.duplicates], [1, 0]);
    });

    it("sends each message once, however often it runs", async () => {
        const bucket = await parked({ body }, { messageId: "m-2", body });
        await replay("", bucket, NOW);
        const { replayed, before } = await replay("", bucket, NOW);
        assert.deepEqual([replayed.length, before.length, bucket.sent.length], [0, 2, 2]);
    });

    it("sends a message again rather than never when it dies before the mark", async () => {
        const bucket = await parked({ body });
        const { write } = bucket;
        bucket.write = () => Promise.reject(new Error("killed"));
        await assert.rejects(replay("", bucket, NOW), /killed/);
        bucket.write = write;
        const { replayed } = await replay("", bucket, NOW);
        assert.equal(replayed.length, 1);
        assert.deepEqual(bucket.sent[0], bucket.sent[1]);
    });

    it("takes only what lies under the prefix", async () => {
        const bucket = await parked({ body }, { messageId: "m-2", body, queue: "bulk-dead", source: "bulk" });
        const { replayed } = await replay("bulk-dead/", bucket, NOW);
        assert.deepEqual(replayed, ["bulk-dead/2026-03-02/m-2.json"]);
    });

    it("refuses what held a card number, what has no queue and what is no parked message", async () => {
        const bucket = await parked({ body: '{"pan":"4111111111111111"}' });
        const [whole] = (await parked({ messageId: "m-2", body })).objects.values();
        const { sourceQueueArn, ...lost } = JSON.parse(whole ?? "");
        bucket.objects.set("incoming-dead/2026-03-02/m-2.json", JSON.stringify(lost));
        bucket.objects.set("incoming-dead/2026-03-02/m-3.json", "hello");
        const { refused } = await replay("", bucket, NOW);
        assert.deepEqual(
            refused.map(({ why }) => why),
            [
                "It held a card number. That is masked here, so the producer must send it again without.",
                "SQS did not say which queue it came to before incoming-dead.",
                "It is not a parked message.",
            ],
        );
        assert.deepEqual(bucket.sent, []);
    });
});
