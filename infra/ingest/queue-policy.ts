import type { Queue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import { jsonStringify, type Resource } from "@pulumi/pulumi";
import { refusePlainHttp } from "../security/refuse-plain-http.ts";
import type { FileSource } from "./announce-files.ts";

/** The queue's own policy: TLS only, and S3 may announce the files of these buckets, each of its account. */
export function queuePolicy(
    parent: Resource,
    name: string,
    queue: Queue,
    sources: readonly FileSource[] = [],
): QueuePolicy {
    const statements: object[] = [refusePlainHttp("sqs:*", queue.arn)];
    for (const { bucket, accountId, label = "" } of sources) {
        statements.push({
            Sid: `AcceptFileAnnouncements${label.charAt(0).toUpperCase()}${label.slice(1)}`,
            Effect: "Allow",
            Principal: { Service: "s3.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: queue.arn,
            Condition: {
                StringEquals: { "aws:SourceAccount": accountId },
                ArnEquals: { "aws:SourceArn": bucket.bucket.arn },
            },
        });
    }
    const policy = jsonStringify({ Version: "2012-10-17", Statement: statements });
    return new QueuePolicy(name, { queueUrl: queue.url, policy }, { parent });
}
