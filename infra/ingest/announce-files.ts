import { BucketNotification } from "@pulumi/aws/s3/bucketNotification.js";
import type { Queue } from "@pulumi/aws/sqs/queue.js";
import type { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import type { Resource } from "@pulumi/pulumi";
import type { WorkBucket } from "../storage/work-bucket.ts";

/** Each new file of the bucket becomes a message; S3 tries a message at once, so the queue must accept it before. */
export function announceFiles(
    parent: Resource,
    name: string,
    { bucket }: WorkBucket,
    queue: Queue,
    acceptedBy: QueuePolicy,
): void {
    new BucketNotification(
        name,
        { bucket: bucket.bucket, queues: [{ queueArn: queue.arn, events: ["s3:ObjectCreated:*"] }] },
        { parent, dependsOn: acceptedBy },
    );
}
