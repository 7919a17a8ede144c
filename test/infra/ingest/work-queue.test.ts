import assert from "node:assert/strict";
import { WorkQueue, type WorkQueueArgs } from "../../../infra/ingest/work-queue.ts";
import { ACCOUNT, theBucket, theKey, theTopic } from "../../support/infra-parts.ts";
import {
    allRegistered,
    created,
    found,
    namesOf,
    protectedResources,
    recordResources,
    statements,
    value,
} from "../../support/mocks.ts";

const QUEUE = "aws:sqs/queue:Queue";
const POLICY = "aws:sqs/queuePolicy:QueuePolicy";

async function create(args: Partial<WorkQueueArgs> = {}): Promise<WorkQueue> {
    const alarms = { topic: theTopic(), oldestSeconds: 300, waitingMessages: 1000 };
    const queue = new WorkQueue("q", { holds: "letters", key: theKey(), consumerTimeoutSeconds: 30, alarms, ...args });
    await allRegistered();
    return queue;
}

const refusal = (name: string) => ({
    Sid: "RefusePlainHttp",
    Effect: "Deny",
    Principal: "*",
    Action: "sqs:*",
    Resource: `arn:sqs:${name}`,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
});

describe("WorkQueue", () => {
    beforeEach(recordResources);

    it("encrypts both queues with the given key", async () => {
        await create();
        for (const name of ["q", "q-dead"]) assert.equal(created(QUEUE, name).kmsMasterKeyId, "arn:kms:the-key");
    });

    it("refuses plain HTTP on both queues", async () => {
        await create();
        for (const name of ["q", "q-dead"]) assert.deepEqual(statements(POLICY, name), [refusal(name)]);
    });

    it("hides a message for six runs of its consumer", async () => {
        await create({ consumerTimeoutSeconds: 900, deadLettersTimeoutSeconds: 60 });
        assert.equal(created(QUEUE, "q").visibilityTimeoutSeconds, 5400);
        assert.equal(created(QUEUE, "q-dead").visibilityTimeoutSeconds, 360);
    });

    it("hides a dead letter for six runs of 30 seconds by default", async () => {
        await create();
        assert.equal(created(QUEUE, "q-dead").visibilityTimeoutSeconds, 180);
    });

    for (const { title, args, deliveries } of [
        { title: "five deliveries by default", args: {}, deliveries: 5 },
        { title: "as many deliveries as it is told", args: { deliveries: 2 }, deliveries: 2 },
    ]) {
        it(`moves a message to the dead letters after ${title}`, async () => {
            await create(args);
            assert.deepEqual(JSON.parse(String(created(QUEUE, "q").redrivePolicy)), {
                deadLetterTargetArn: "arn:sqs:q-dead",
                maxReceiveCount: deliveries,
            });
        });
    }

    it("keeps dead letters for fourteen days, a week longer than messages", async () => {
        await create();
        assert.equal(created(QUEUE, "q").messageRetentionSeconds, 604_800);
        assert.equal(created(QUEUE, "q-dead").messageRetentionSeconds, 1_209_600);
        assert.deepEqual(created(QUEUE, "q").tags, { retention: "7-days" });
        assert.deepEqual(created(QUEUE, "q-dead").tags, { retention: "14-days" });
    });

    it("accepts the announcements of one bucket of this account, before the bucket announces anything", async () => {
        await create({ filesOf: [{ bucket: theBucket(), accountId: ACCOUNT }] });
        assert.deepEqual(statements(POLICY, "q"), [
            refusal("q"),
            {
                Sid: "AcceptFileAnnouncements",
                Effect: "Allow",
                Principal: { Service: "s3.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: "arn:sqs:q",
                Condition: {
                    StringEquals: { "aws:SourceAccount": ACCOUNT },
                    ArnEquals: { "aws:SourceArn": "arn:s3:the-bucket" },
                },
            },
        ]);
        const { inputs, dependsOn } = found("aws:s3/bucketNotification:BucketNotification", "q");
        assert.deepEqual(inputs, {
            bucket: "the-bucket",
            queues: [{ queueArn: "arn:sqs:q", events: ["s3:ObjectCreated:*"] }],
        });
        assert.ok(
            dependsOn.some((name) => name.endsWith("QueuePolicy q")),
            dependsOn.join(),
        );
    });

    it("accepts those of several buckets, each by a statement and an announcement of its own", async () => {
        const common = { bucket: theBucket(), accountId: ACCOUNT };
        await create({
            filesOf: [
                { ...common, prefix: "a/" },
                { ...common, prefix: "b/", label: "others" },
            ],
        });
        assert.deepEqual(
            statements(POLICY, "q").map((one) => (one as { Sid: string }).Sid),
            [refusal("q").Sid, "AcceptFileAnnouncements", "AcceptFileAnnouncementsOthers"],
        );
        const announcement = (name: string) => created("aws:s3/bucketNotification:BucketNotification", name).queues;
        assert.deepEqual(
            [announcement("q"), announcement("q-others")],
            ["a/", "b/"].map((filterPrefix) => [
                { queueArn: "arn:sqs:q", events: ["s3:ObjectCreated:*"], filterPrefix },
            ]),
        );
    });

    it("accepts nobody's announcements by default", async () => {
        await create();
        assert.deepEqual(namesOf("aws:s3/bucketNotification:BucketNotification"), []);
    });

    it("lets a consumer receive, delete and decrypt, nothing else", async () => {
        const queue = await create();
        for (const [source, arn] of [
            [queue, "arn:sqs:q"],
            [queue.deadLetters, "arn:sqs:q-dead"],
        ] as const) {
            assert.deepEqual(await value(source.grantConsume()), [
                {
                    Effect: "Allow",
                    Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
                    Resource: arn,
                },
                { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
            ]);
        }
    });

    it("lets a sender send, nothing else", async () => {
        const queue = await create();
        assert.deepEqual(await value(queue.grantSend()), [
            { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "arn:sqs:q" },
            { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("survives a destroy unless it is deletable", async () => {
        const queues = () => protectedResources().filter((name) => name.startsWith(QUEUE));
        await create();
        assert.deepEqual(queues(), [`${QUEUE} q`, `${QUEUE} q-dead`]);
        await recordResources();
        await create({ deletable: true });
        assert.deepEqual(queues(), []);
    });

    for (const { args, message } of [
        { args: { deliveries: 0 }, message: "deliveries must be 1 or more, got 0" },
        { args: { consumerTimeoutSeconds: 0 }, message: "consumerTimeoutSeconds must be 1 to 900, got 0" },
        { args: { consumerTimeoutSeconds: 901 }, message: "consumerTimeoutSeconds must be 1 to 900, got 901" },
        { args: { consumerTimeoutSeconds: Number.NaN }, message: "consumerTimeoutSeconds must be 1 to 900, got NaN" },
    ]) {
        it(`says that ${message}`, async () => {
            await assert.rejects(create(args), { message });
        });
    }
});
