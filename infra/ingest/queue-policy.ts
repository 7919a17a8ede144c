import type { Queue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import { jsonStringify, type Resource } from "@pulumi/pulumi";
import { refusePlainHttp } from "../security/refuse-plain-http.ts";
import type { FileSource } from "./announce-files.ts";

/** The queue's own policy: TLS only, and S3 may announce the files of one bucket of this account. */
export function queuePolicy(parent: Resource, name: string, queue: Queue, filesOf?: FileSource): QueuePolicy {
    const statements: object[] = [refusePlainHttp("sqs:*", queue.arn)];
    if (filesOf) {
        statements.push({
            Sid: "AcceptFileAnnouncements",
            Effect: "Allow",
            Principal: { Service: "s3.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: queue.arn,
            Condition: {
                StringEquals: { "aws:SourceAccount": filesOf.accountId },
                ArnEquals: { "aws:SourceArn": filesOf.bucket.bucket.arn },
            },
        });
    }
    const policy = jsonStringify({ Version: "2012-10-17", Statement: statements });
    return new QueuePolicy(name, { queueUrl: queue.url, policy }, { parent });
}
