import { type Access, allow, arnIn, of, type Place } from "./statement.ts";

/** First words of the names that Pulumi makes; S3, SQS and SNS let nothing else tell ours from others'. */
export const BUCKETS = [
    "access-logs",
    "athena-results",
    "audit-trail",
    "landing",
    "manifests",
    "model",
    "parked",
    "profiles",
    "quarantine",
    "records",
    "reports",
    "supplementary",
];
export const QUEUES = ["bulk", "incoming", "landing", "records", "screened"];
export const TOPICS = ["discrepancies", "fraud", "operations"];

/** Where data lies and waits: how it is kept, never what it says. */
export function data(place: Place): Access {
    const buckets = BUCKETS.map((name) => `arn:aws:s3:::${name}-*`);
    // The code that Spark runs, the model that the repository brings and what explains it; not data.
    const brought = [
        "arn:aws:s3:::profiles-*/jobs/*",
        "arn:aws:s3:::model-*/starter/*",
        "arn:aws:s3:::model-*/serving/explainer.json",
    ];
    const queues = QUEUES.map((name) => arnIn(place, "sqs", `${name}-*`));
    const topics = TOPICS.map((name) => arnIn(place, "sns", `${name}-*`));
    const tables = arnIn(place, "dynamodb", "table/*");
    const secrets = arnIn(place, "secretsmanager", "secret:*");
    return {
        read: [
            allow(
                of(
                    "s3",
                    "GetAccelerateConfiguration",
                    "GetBucketAcl",
                    "GetBucketCORS",
                    "GetBucketLocation",
                    "GetBucketLogging",
                    "GetBucketNotification",
                    "GetBucketObjectLockConfiguration",
                    "GetBucketOwnershipControls",
                    "GetBucketPolicy",
                    "GetBucketPublicAccessBlock",
                    "GetBucketRequestPayment",
                    "GetBucketTagging",
                    "GetBucketVersioning",
                    "GetBucketWebsite",
                    "GetEncryptionConfiguration",
                    "GetLifecycleConfiguration",
                    "GetReplicationConfiguration",
                    // Whether a bucket is there is asked by this; it shows names of objects, not what they hold.
                    "ListBucket",
                    "ListTagsForResource",
                ),
                buckets,
            ),
            allow(of("s3", "GetObject", "GetObjectTagging"), brought),
            allow(of("sqs", "GetQueueAttributes", "GetQueueUrl", "ListQueueTags"), queues),
            allow(
                of(
                    "sns",
                    "GetSubscriptionAttributes",
                    "GetTopicAttributes",
                    "ListSubscriptionsByTopic",
                    "ListTagsForResource",
                ),
                topics,
            ),
            allow(
                of(
                    "dynamodb",
                    "DescribeContinuousBackups",
                    "DescribeTable",
                    "DescribeTimeToLive",
                    "ListTagsOfResource",
                ),
                tables,
            ),
            allow(of("secretsmanager", "DescribeSecret", "GetResourcePolicy"), secrets),
        ],
        write: [
            allow(
                of(
                    "s3",
                    "CreateBucket",
                    "DeleteBucket",
                    "DeleteBucketPolicy",
                    "PutBucketLogging",
                    "PutBucketNotification",
                    "PutBucketObjectLockConfiguration",
                    "PutBucketOwnershipControls",
                    "PutBucketPolicy",
                    "PutBucketPublicAccessBlock",
                    "PutBucketTagging",
                    "PutBucketVersioning",
                    "PutEncryptionConfiguration",
                    "PutLifecycleConfiguration",
                    "TagResource",
                    "UntagResource",
                ),
                buckets,
            ),
            allow(of("s3", "DeleteObject", "PutObject", "PutObjectTagging"), brought),
            allow(of("sqs", "CreateQueue", "DeleteQueue", "SetQueueAttributes", "TagQueue", "UntagQueue"), queues),
            allow(
                of(
                    "sns",
                    "CreateTopic",
                    "DeleteTopic",
                    "SetSubscriptionAttributes",
                    "SetTopicAttributes",
                    "Subscribe",
                    "TagResource",
                    // A subscription has the ARN of its topic and an id more.
                    "Unsubscribe",
                    "UntagResource",
                ),
                topics,
            ),
            allow(
                of(
                    "dynamodb",
                    "CreateTable",
                    "DeleteTable",
                    "TagResource",
                    "UntagResource",
                    "UpdateContinuousBackups",
                    "UpdateTable",
                    "UpdateTimeToLive",
                ),
                tables,
            ),
            allow(
                of(
                    "secretsmanager",
                    "CreateSecret",
                    "DeleteResourcePolicy",
                    "DeleteSecret",
                    "PutResourcePolicy",
                    // Redshift has the password of its administrator made and rotated in the name of who asks for one.
                    "RotateSecret",
                    "TagResource",
                    "UntagResource",
                    "UpdateSecret",
                ),
                secrets,
            ),
        ],
    };
}
