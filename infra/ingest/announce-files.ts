import type { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketNotification } from "@pulumi/aws/s3/bucketNotification.js";
import type { Queue } from "@pulumi/aws/sqs/queue.js";
import type { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import type { Resource } from "@pulumi/pulumi";

/** Where files come in that are announced. */
export interface FileSource {
    /** The component of the bucket. */
    bucket: { readonly bucket: Bucket };
    /** AWS account of the bucket, 12 digits. */
    accountId: string;
    /** Beginning of the names of the files that are announced. Default: all files. */
    prefix?: string;
    /** What tells this source from the others of its queue; part of a name. Default: nothing, for the first or only one. */
    label?: string;
}

/** Each new file of the bucket becomes a message; S3 tries a message at once, so the queue must accept it before. */
export function announceFiles(
    parent: Resource,
    name: string,
    { bucket: { bucket }, prefix, label }: FileSource,
    queue: Queue,
    acceptedBy: QueuePolicy,
): void {
    const announced = { queueArn: queue.arn, events: ["s3:ObjectCreated:*"] };
    new BucketNotification(
        label === undefined ? name : `${name}-${label}`,
        { bucket: bucket.bucket, queues: [{ ...announced, ...(prefix !== undefined && { filterPrefix: prefix }) }] },
        { parent, dependsOn: acceptedBy },
    );
}
