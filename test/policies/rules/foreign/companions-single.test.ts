import { companionsSingle } from "../../../../policies/rules/foreign/companions-single.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const BUCKET = { type: "aws:s3/bucket:Bucket", name: "records", props: { bucket: "records-1", id: "records-1" } };
const companion = (kind: string, name: string, bucket: unknown = "records-1") => ({
    type: `aws:s3/${kind[0]?.toLowerCase()}${kind.slice(1)}:${kind}`,
    name,
    props: { bucket },
});
const KINDS = [
    "BucketLifecycleConfiguration",
    "BucketLogging",
    "BucketObjectLockConfiguration",
    "BucketOwnershipControls",
    "BucketPolicy",
    "BucketPublicAccessBlock",
    "BucketServerSideEncryptionConfiguration",
    "BucketVersioning",
];

describeRule(companionsSingle, [
    { ...BUCKET, title: "accepts one of each", beside: KINDS.map((kind) => companion(kind, "one")), found: [] },
    { ...BUCKET, title: "accepts a bucket alone, of which other rules speak", found: [] },
    {
        ...BUCKET,
        title: "accepts a second that belongs to another bucket",
        beside: [companion("BucketPolicy", "one"), companion("BucketPolicy", "two", "reports-1")],
        found: [],
    },
    ...KINDS.map((kind) => ({
        ...BUCKET,
        title: `rejects a second ${kind}`,
        beside: [companion(kind, "one"), companion(kind, "two")],
        found: [`${kind}: is there 2 times: one, two`],
    })),
    {
        title: "rejects a second policy of a queue, whose names are unknown but made from it",
        type: "aws:sqs/queue:Queue",
        name: "bulk",
        beside: ["one", "two"].map((name) => ({
            type: "aws:sqs/queuePolicy:QueuePolicy",
            name,
            props: { queueUrl: unknown },
            madeFrom: { queueUrl: "bulk" },
        })),
        found: ["QueuePolicy: is there 2 times: one, two"],
    },
    {
        title: "rejects a second policy of a secret",
        type: "aws:secretsmanager/secret:Secret",
        props: { arn: "arn:secret" },
        beside: ["one", "two"].map((name) => ({
            type: "aws:secretsmanager/secretPolicy:SecretPolicy",
            name,
            props: { secretArn: "arn:secret" },
        })),
        found: ["SecretPolicy: is there 2 times: one, two"],
    },
    {
        ...BUCKET,
        title: "cannot decide while a companion may be anybody's",
        beside: [companion("BucketPolicy", "one", unknown)],
        found: ["bucket is unknown"],
    },
]);
