import assert from "node:assert/strict";
import { AccessLogBucket } from "../../../infra/storage/access-log-bucket.ts";
import { ACCOUNT } from "../../support/infra-parts.ts";
import {
    allRegistered,
    created,
    namesOf,
    protectedResources,
    recordResources,
    statements,
} from "../../support/mocks.ts";

const s3 = (kind: string) => `aws:s3/${kind}:${kind.replace(/^b/, "B")}`;

async function create(deletable?: boolean): Promise<void> {
    new AccessLogBucket("l", { accountId: ACCOUNT, retentionDays: 400, ...(deletable && { deletable }) });
    await allRegistered();
}

describe("AccessLogBucket", () => {
    beforeEach(recordResources);

    it("accepts logs from the buckets of this account only, over TLS only", async () => {
        await create();
        assert.deepEqual(statements(s3("bucketPolicy"), "l"), [
            {
                Sid: "RefusePlainHttp",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: ["arn:s3:l", "arn:s3:l/*"],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
            {
                Sid: "AcceptAccessLogs",
                Effect: "Allow",
                Principal: { Service: "logging.s3.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: "arn:s3:l/*",
                Condition: {
                    StringEquals: { "aws:SourceAccount": ACCOUNT },
                    ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" },
                },
            },
        ]);
    });

    it("is encrypted by S3 itself, which delivers logs to no other", async () => {
        await create();
        assert.deepEqual(created(s3("bucketServerSideEncryptionConfiguration"), "l").rules, [
            { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, bucketKeyEnabled: false },
        ]);
    });

    it("does not log the delivery of logs", async () => {
        await create();
        assert.deepEqual(namesOf(s3("bucketLogging")), []);
    });

    it("keeps logs for the given days", async () => {
        await create();
        const [, expiry] = created(s3("bucketLifecycleConfiguration"), "l").rules as { expiration: unknown }[];
        assert.deepEqual(expiry?.expiration, { days: 400 });
        assert.deepEqual(created(s3("bucket"), "l").tags, { retention: "400-days" });
    });

    it("survives a destroy unless it is deletable", async () => {
        await create();
        assert.deepEqual(protectedResources(), [`${s3("bucket")} l`]);
        await recordResources();
        await create(true);
        assert.deepEqual(protectedResources(), []);
        assert.equal(created(s3("bucket"), "l").forceDestroy, true);
    });
});
