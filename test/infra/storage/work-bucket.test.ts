import assert from "node:assert/strict";
import { lifecycleRules } from "../../../infra/storage/lifecycle-rules.ts";
import { WorkBucket, type WorkBucketArgs } from "../../../infra/storage/work-bucket.ts";
import { theAccessLogs, theKey } from "../../support/infra-parts.ts";
import {
    allRegistered,
    created,
    found,
    protectedResources,
    recordResources,
    statements,
    value,
} from "../../support/mocks.ts";

const s3 = (kind: string) => `aws:s3/${kind}:${kind.replace(/^b/, "B")}`;

async function create(args: Partial<WorkBucketArgs> = {}): Promise<WorkBucket> {
    const bucket = new WorkBucket("b", { key: theKey(), accessLogs: theAccessLogs(), retentionDays: 3, ...args });
    await allRegistered();
    return bucket;
}

describe("WorkBucket", () => {
    beforeEach(recordResources);

    it("lets nothing be public", async () => {
        await create();
        assert.deepEqual(created(s3("bucketPublicAccessBlock"), "b"), {
            bucket: "b",
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        });
        assert.deepEqual(created(s3("bucketOwnershipControls"), "b"), {
            bucket: "b",
            rule: { objectOwnership: "BucketOwnerEnforced" },
        });
    });

    it("encrypts every object with the given key", async () => {
        await create();
        assert.deepEqual(created(s3("bucketServerSideEncryptionConfiguration"), "b").rules, [
            {
                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:kms:the-key" },
                bucketKeyEnabled: true,
            },
        ]);
    });

    it("refuses to write over what lies below a prefix, whoever asks, where it is told so", async () => {
        await create({ writeOnceBelow: "received/" });
        assert.deepEqual(statements(s3("bucketPolicy"), "b").at(-1), {
            Sid: "RefuseOverwriting",
            Effect: "Deny",
            Principal: "*",
            Action: "s3:PutObject",
            Resource: "arn:s3:b/received/*",
            Condition: { Null: { "s3:if-none-match": "true" } },
        });
    });

    it("refuses plain HTTP and any other encryption", async () => {
        await create();
        assert.deepEqual(statements(s3("bucketPolicy"), "b"), [
            {
                Sid: "RefusePlainHttp",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: ["arn:s3:b", "arn:s3:b/*"],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
            {
                Sid: "RefuseOtherAlgorithms",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:PutObject",
                Resource: "arn:s3:b/*",
                Condition: {
                    StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
                    Null: { "s3:x-amz-server-side-encryption": "false" },
                },
            },
            {
                Sid: "RefuseOtherKeys",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:PutObject",
                Resource: "arn:s3:b/*",
                Condition: {
                    StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:kms:the-key" },
                    Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
                },
            },
        ]);
    });

    it("keeps older versions, and has them before it has rules about them", async () => {
        await create();
        assert.deepEqual(created(s3("bucketVersioning"), "b").versioningConfiguration, { status: "Enabled" });
        const { dependsOn } = found(s3("bucketLifecycleConfiguration"), "b");
        assert.ok(
            dependsOn.some((name) => name.endsWith("BucketVersioning b")),
            dependsOn.join(),
        );
    });

    it("forgets objects after the given days, and says so in its tags", async () => {
        await create();
        assert.deepEqual(created(s3("bucketLifecycleConfiguration"), "b").rules, lifecycleRules(3));
        assert.deepEqual(created(s3("bucket"), "b").tags, { retention: "3-days" });
    });

    it("logs each access under its own name", async () => {
        await create();
        const { targetBucket, targetPrefix } = created(s3("bucketLogging"), "b");
        assert.deepEqual([targetBucket, targetPrefix], ["the-logs", "b/"]);
    });

    it("begins to log only when the bucket of the logs lets S3 write there, since S3 refuses it before", async () => {
        await create();
        const { dependsOn } = found(s3("bucketLogging"), "b");
        assert.ok(
            dependsOn.some((name) => name.endsWith("BucketPolicy the-logs")),
            dependsOn.join(),
        );
    });

    it("lets a reader read, nothing else", async () => {
        const bucket = await create();
        assert.deepEqual(await value(bucket.grantRead()), [
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:s3:b/*" },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("lets a reader of versions know what is not there", async () => {
        const bucket = await create();
        assert.deepEqual(await value(bucket.grantReadVersions()), [
            { Effect: "Allow", Action: ["s3:GetObjectVersion"], Resource: "arn:s3:b/*" },
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: "arn:s3:b" },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("lets a writer add objects, nothing else", async () => {
        const bucket = await create();
        assert.deepEqual(await value(bucket.grantWrite()), [
            { Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:s3:b/*" },
            { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
    });

    for (const deletable of [false, true]) {
        it(deletable ? "can be emptied by a destroy on request" : "survives a destroy by default", async () => {
            await create(deletable ? { deletable } : {});
            assert.equal(created(s3("bucket"), "b").forceDestroy, deletable);
            assert.equal(protectedResources().includes(`${s3("bucket")} b`), !deletable);
        });
    }
});
