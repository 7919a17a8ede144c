import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
    GetBucketPolicyCommand,
    GetObjectCommand,
    GetObjectRetentionCommand,
    HeadBucketCommand,
    PutObjectCommand,
    S3Client,
} from "@aws-sdk/client-s3";
import type { Clients } from "../../../../local/services/clients.ts";
import { receiveAll } from "../support/calls.ts";
import { create, makeQueue, queueArn, queueUrl, remove, resource, update } from "../support/resources.ts";
import { accountId } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

describe("live bucket", () => {
    let clients: Clients;
    let s3: S3Client;

    before(async () => {
        clients = (await sharedServices()).clients;
        s3 = clients.of(S3Client);
    });

    it("puts an object where the program wants it, encrypted, takes a new content over, and takes it away", async () => {
        await makeBucket("objects-live");
        const object = (more: Record<string, unknown>) =>
            resource("aws:s3/bucketObjectv2:BucketObjectv2", "model", {
                bucket: "objects-live",
                key: "starter/model",
                ...more,
            });
        const read = async () => {
            const { Body, ...rest } = await s3.send(
                new GetObjectCommand({ Bucket: "objects-live", Key: "starter/model" }),
            );
            return { ...rest, text: await Body?.transformToString() };
        };
        const path = join(import.meta.dirname, "s3.test.ts");
        const kmsKeyId = `arn:aws:kms:eu-west-1:${accountId}:key/${randomUUID()}`;
        const made = await create(object({ source: { path }, kmsKeyId, contentType: "text/plain" }), clients);
        const { text, ContentType, ServerSideEncryption, SSEKMSKeyId } = await read();
        assert.equal(text, readFileSync(path, "utf8"));
        assert.deepEqual([ContentType, ServerSideEncryption, SSEKMSKeyId], ["text/plain", "aws:kms", kmsKeyId]);
        await update(made, { source: { text: "changed" } }, clients);
        assert.equal((await read()).text, "changed");
        await create(object({ content: "given" }), clients);
        assert.equal((await read()).text, "given");
        await create(object({ source: { assets: {} } }), clients);
        assert.equal((await read()).text, "given", "an archive to be packed is left out");
        await remove(made, clients);
        await assert.rejects(read(), { name: "NoSuchKey" });
    });

    it("tells a queue about new objects with key and version, after the test event that S3 sends first", async () => {
        await makeBucket("landing-live");
        await makeQueue(clients, "landing-live");
        const statement = {
            Effect: "Allow",
            Principal: { Service: "s3.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: queueArn("landing-live"),
            Condition: {
                ArnEquals: { "aws:SourceArn": "arn:aws:s3:::landing-live" },
                StringEquals: { "aws:SourceAccount": accountId },
            },
        };
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
        await create(
            resource("aws:sqs/queuePolicy:QueuePolicy", "landing-live", { queueUrl: queueUrl("landing-live"), policy }),
            clients,
        );
        await create(
            resource("aws:s3/bucketNotification:BucketNotification", "landing-live", {
                bucket: "landing-live",
                queues: [
                    {
                        queueArn: queueArn("landing-live"),
                        events: ["s3:ObjectCreated:*"],
                        filterPrefix: "card-network/",
                    },
                ],
            }),
            clients,
        );
        const Key = "card-network/a b.csv";
        const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: "landing-live", Key, Body: "x" }));
        await s3.send(new PutObjectCommand({ Bucket: "landing-live", Key: "elsewhere/b.csv", Body: "x" }));
        const [test, event, ...more] = (await receiveAll(clients, "landing-live", 2)).map(({ Body = "" }) =>
            JSON.parse(Body),
        );
        assert.equal(test.Event, "s3:TestEvent");
        const [record] = event.Records;
        assert.equal(record.eventName, "ObjectCreated:Put");
        assert.equal(record.s3.bucket.name, "landing-live");
        assert.equal(record.s3.object.key, "card-network/a+b.csv");
        assert.equal(record.s3.object.versionId, VersionId);
        assert.deepEqual(more, []);
    });

    it("gives a range of an object", async () => {
        await makeBucket("ranged");
        const Body = "0123456789".repeat(100_000);
        await s3.send(new PutObjectCommand({ Bucket: "ranged", Key: "digits", Body }));
        const found = await s3.send(
            new GetObjectCommand({ Bucket: "ranged", Key: "digits", Range: "bytes=500003-500006" }),
        );
        assert.equal(found.ContentRange, "bytes 500003-500006/1000000");
        assert.equal(await found.Body?.transformToString(), "3456");
    });

    it("keeps new objects for the retention that its lock says", async () => {
        await makeBucket("locked-live", { objectLockEnabled: true });
        await create(
            resource("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "locked-live", {
                bucket: "locked-live",
                rule: { defaultRetention: { mode: "GOVERNANCE", days: 1 } },
            }),
            clients,
        );
        const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: "locked-live", Key: "a", Body: "x" }));
        const { Retention } = await s3.send(
            new GetObjectRetentionCommand({ Bucket: "locked-live", Key: "a", VersionId }),
        );
        assert.equal(Retention?.Mode, "GOVERNANCE");
        const hours = (Number(Retention?.RetainUntilDate) - Date.now()) / 3_600_000;
        assert.ok(hours > 23 && hours <= 24, `kept for ${hours} hours`);
    });

    it("gets and loses its policy", async () => {
        await makeBucket("ruled-live");
        const statement = {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:PutObject",
            Resource: "arn:aws:s3:::ruled-live/*",
        };
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
        const made = resource("aws:s3/bucketPolicy:BucketPolicy", "ruled-live", { bucket: "ruled-live", policy });
        await create(made, clients);
        const read = () => s3.send(new GetBucketPolicyCommand({ Bucket: "ruled-live" }));
        assert.equal((await read()).Policy, policy);
        await remove(made, clients);
        await assert.rejects(read(), { name: "NoSuchBucketPolicy" });
    });

    it("goes with all its versions, and may be gone already", async () => {
        const bucket = await makeBucket("full");
        await s3.send(new PutObjectCommand({ Bucket: "full", Key: "a", Body: "1" }));
        await s3.send(new PutObjectCommand({ Bucket: "full", Key: "a", Body: "2" }));
        await create(bucket, clients);
        await remove(bucket, clients);
        await remove(bucket, clients);
        await assert.rejects(s3.send(new HeadBucketCommand({ Bucket: "full" })), { name: "NotFound" });
    });

    async function makeBucket(bucket: string, inputs: Record<string, unknown> = {}) {
        const made = await create(resource("aws:s3/bucket:Bucket", bucket, { bucket, ...inputs }), clients);
        const versioningConfiguration = { status: "Enabled" };
        await create(
            resource("aws:s3/bucketVersioning:BucketVersioning", bucket, { bucket, versioningConfiguration }),
            clients,
        );
        return made;
    }
});
