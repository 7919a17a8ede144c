import { adds, refuses } from "../../support/type-tests.ts";

const statement = '{"Version":"2012-10-17","Statement":[]}';
const QUEUE_ARN = "arn:aws:sqs:eu-west-1:111122223333:bulk";

describe("the table of s3", () => {
    adds([
        {
            type: "aws:s3/bucket:Bucket",
            inputs: { bucket: "landing" },
            id: "landing",
            outputs: {
                arn: "arn:aws:s3:::landing",
                bucketDomainName: "landing.s3.amazonaws.com",
                bucketRegionalDomainName: "landing.s3.eu-west-1.amazonaws.com",
                region: "eu-west-1",
                forceDestroy: false,
            },
        },
        {
            type: "aws:s3/bucketPolicy:BucketPolicy",
            inputs: { bucket: "landing", policy: statement },
            id: "landing",
            outputs: {},
        },
        {
            type: "aws:s3/bucketVersioning:BucketVersioning",
            inputs: {
                bucket: "landing",
                expectedBucketOwner: "111122223333",
                versioningConfiguration: { status: "Enabled" },
            },
            id: "landing,111122223333",
            outputs: {},
        },
    ]);

    refuses([
        {
            type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            good: { bucket: "records", rules: [{ id: "x", status: "Enabled", expiration: { days: 1 } }] },
            bad: [
                [{ rules: [{ id: "x", status: "On", expiration: { days: 1 } }] }, "rules[0].status must be one of"],
                [{ rules: [{ id: "x", status: "Enabled" }] }, "rules[0] must have at least one action"],
                [{ rules: [{ status: "Enabled", expiration: { days: 1 } }] }, "rules[0].id is required"],
                [{ rules: [{ id: "x", status: "Enabled", expiration: { days: 0 } }] }, "rules[0].expiration.days must"],
                [
                    {
                        rules: [
                            { id: "x", status: "Enabled", transitions: [{ days: 1, storageClass: "STANDARD_IA" }] },
                        ],
                    },
                    "rules[0].transitions[0] must wait at least 30 days before STANDARD_IA, got 1",
                ],
            ],
        },
        {
            type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
            good: { bucket: "records", rule: { defaultRetention: { mode: "COMPLIANCE", years: 7 } } },
            bad: [
                [{ rule: { defaultRetention: { mode: "STRICT", years: 7 } } }, "rule.defaultRetention.mode must"],
                [{ rule: { defaultRetention: { mode: "GOVERNANCE" } } }, "rule.defaultRetention must have either"],
                [
                    { rule: { defaultRetention: { mode: "GOVERNANCE", days: 1, years: 1 } } },
                    "rule.defaultRetention must have",
                ],
            ],
        },
        {
            type: "aws:s3/bucketObjectv2:BucketObjectv2",
            good: {
                bucket: "records",
                key: "jobs/main.py",
                content: "",
                kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/k",
            },
            bad: [
                [{ key: null }, "key is required"],
                [{ key: "k".repeat(1025) }, "key must have at most 1024 characters"],
                [{ kmsKeyId: "k" }, "kmsKeyId must be the ARN of a key"],
                [{ serverSideEncryption: "KMS" }, "serverSideEncryption must be one of AES256, aws:kms, aws:kms:dsse"],
                [{ contentBase64: "" }, "source must not be beside content or contentBase64"],
                [
                    { tags: Object.fromEntries(Array.from({ length: 11 }, (_, tag) => [`t${tag}`, "v"])) },
                    "tags must have at most 10 tags",
                ],
            ],
        },
        {
            type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            good: { bucket: "records", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] },
            bad: [
                [
                    { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "kms" } }] },
                    "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm must be one of",
                ],
            ],
        },
        {
            type: "aws:s3/bucketNotification:BucketNotification",
            good: { bucket: "records", queues: [{ queueArn: QUEUE_ARN, events: ["s3:ObjectCreated:*"] }] },
            bad: [
                [
                    { queues: [{ queueArn: QUEUE_ARN, events: ["ObjectCreated"] }] },
                    "queues[0].events[0] must begin with s3:",
                ],
                [{ queues: [{ events: [] }] }, "queues[0].queueArn is required"],
            ],
        },
    ]);
});
