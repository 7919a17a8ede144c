import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { ComponentResource, type ComponentResourceOptions, interpolate, type Resource } from "@pulumi/pulumi";
import { safeguard } from "./bucket-safeguards.ts";

export interface AccessLogBucketArgs {
    /** AWS account whose buckets write their logs here, 12 digits. */
    accountId: string;
    /** Days for which a log is kept. */
    retentionDays: number;
    /** Whether `pulumi destroy` may delete the bucket with all logs in it. Default: false. */
    deletable?: boolean;
}

/**
 * Who reached which object of the other buckets, and when. S3 delivers these logs only to a bucket that S3 encrypts
 * with its own key, and a log of the accesses to itself would never end; hence neither key nor log here.
 */
export class AccessLogBucket extends ComponentResource {
    readonly bucket: Bucket;
    /** What must be there before another bucket may log here. */
    readonly accepting: Resource;

    constructor(name: string, args: AccessLogBucketArgs, opts?: ComponentResourceOptions) {
        super("compliance:storage:AccessLogBucket", name, {}, opts);
        const { accountId, retentionDays, deletable = false } = args;

        this.bucket = new Bucket(
            name,
            { forceDestroy: deletable, tags: { retention: `${retentionDays}-days` } },
            { parent: this, protect: !deletable },
        );
        const acceptLogs = {
            Sid: "AcceptAccessLogs",
            Effect: "Allow",
            Principal: { Service: "logging.s3.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: interpolate`${this.bucket.arn}/*`,
            Condition: {
                StringEquals: { "aws:SourceAccount": accountId },
                ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" },
            },
        };
        this.accepting = safeguard(this, name, this.bucket, { expireDays: retentionDays, statements: [acceptLogs] });
        this.registerOutputs({ bucket: this.bucket.bucket });
    }
}
