import assert from "node:assert/strict";
import { AuditTrail, type AuditTrailArgs } from "../../../infra/security/audit-trail.ts";
import { LockedBucket } from "../../../infra/storage/locked-bucket.ts";
import { ACCOUNT, theAccessLogs, theKey } from "../../support/infra-parts.ts";
import { allRegistered, created, found, protectedResources, recordResources, statements } from "../../support/mocks.ts";

const TRAIL = "aws:cloudtrail/trail:Trail";
const BUCKET = "aws:s3/bucket:Bucket";
const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const OF_THIS_TRAIL = { "aws:SourceArn": `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/compliance-platform-dev` };

async function create(args: Partial<AuditTrailArgs> = {}): Promise<void> {
    const [key, accessLogs] = [theKey(), theAccessLogs()];
    const lock = { lockMode: "GOVERNANCE", lockDays: 2557 } as const;
    const watched = ["records", "reports"].map((name) => new LockedBucket(name, { key, accessLogs, ...lock }));
    const where = { environment: "dev", accountId: ACCOUNT, region: "eu-west-1" };
    new AuditTrail("t", { ...where, key, accessLogs, watched, lock, ...args });
    await allRegistered();
}

describe("AuditTrail", () => {
    beforeEach(recordResources);

    it("records every change of the account in every region and every touch of a record, sealed and encrypted", async () => {
        await create();
        assert.deepEqual(created(TRAIL, "t"), {
            name: "compliance-platform-dev",
            s3BucketName: "t",
            kmsKeyId: "arn:kms:the-key",
            isMultiRegionTrail: true,
            enableLogFileValidation: true,
            advancedEventSelectors: [
                {
                    name: "Every change of the account",
                    fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
                },
                {
                    name: "Every touch of a record, and of a file as received",
                    fieldSelectors: [
                        { field: "eventCategory", equals: ["Data"] },
                        { field: "resources.type", equals: ["AWS::S3::Object"] },
                        { field: "resources.ARN", startsWiths: ["arn:s3:records/", "arn:s3:reports/"] },
                    ],
                },
            ],
            tags: { retention: "2557-days" },
        });
    });

    it("keeps what it records locked, in a bucket to which CloudTrail writes for this trail only", async () => {
        await create();
        assert.deepEqual(created("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "t").rule, {
            defaultRetention: { mode: "GOVERNANCE", days: 2557 },
        });
        const Principal = { Service: "cloudtrail.amazonaws.com" };
        assert.deepEqual(statements(BUCKET_POLICY, "t").slice(-2), [
            {
                Sid: "LetServiceLook",
                Effect: "Allow",
                Principal,
                Action: "s3:GetBucketAcl",
                Resource: "arn:s3:t",
                Condition: { StringEquals: OF_THIS_TRAIL },
            },
            {
                Sid: "LetServiceWrite",
                Effect: "Allow",
                Principal,
                Action: "s3:PutObject",
                Resource: `arn:s3:t/AWSLogs/${ACCOUNT}/*`,
                Condition: { StringEquals: { ...OF_THIS_TRAIL, "s3:x-amz-acl": "bucket-owner-full-control" } },
            },
        ]);
    });

    it("lets CloudTrail alone encrypt by itself, since AWS seals the digests with a key of its own", async () => {
        await create();
        const [, algorithms, keys] = statements(BUCKET_POLICY, "t") as { Condition: object }[];
        const exceptCloudTrail = {
            StringNotEqualsIfExists: { "aws:PrincipalServiceName": "cloudtrail.amazonaws.com" },
        };
        const header = "s3:x-amz-server-side-encryption";
        assert.deepEqual(algorithms?.Condition, {
            StringNotEquals: { [header]: "aws:kms" },
            Null: { [header]: "false" },
            ...exceptCloudTrail,
        });
        assert.deepEqual(keys?.Condition, {
            StringNotEquals: { [`${header}-aws-kms-key-id`]: "arn:kms:the-key" },
            Null: { [`${header}-aws-kms-key-id`]: "false" },
            ...exceptCloudTrail,
        });
    });

    it("has the bucket's policy before the trail, which CloudTrail tries out at once", async () => {
        await create();
        const { dependsOn } = found(TRAIL, "t");
        assert.ok(
            dependsOn.some((name) => name.endsWith(`${BUCKET_POLICY} t`)),
            dependsOn.join(),
        );
    });

    it("survives a destroy unless it is deletable", async () => {
        await create();
        assert.ok(protectedResources().includes(`${BUCKET} t`));
        await recordResources();
        await create({ deletable: true });
        assert.ok(!protectedResources().includes(`${BUCKET} t`));
    });
});
