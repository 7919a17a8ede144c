import { Trail } from "@pulumi/aws/cloudtrail/trail.js";
import type { Bucket } from "@pulumi/aws/s3/bucket.js";
import { ComponentResource, type ComponentResourceOptions, interpolate } from "@pulumi/pulumi";
import type { AccessLogBucket } from "../storage/access-log-bucket.ts";
import { LockedBucket, type LockedBucketArgs } from "../storage/locked-bucket.ts";
import type { PlatformKey } from "./platform-key.ts";
import { trailArn, trailName } from "./trail-name.ts";

export interface AuditTrailArgs {
    /** Name of the environment; part of the trail's name. */
    environment: string;
    /** AWS account whose calls are recorded, 12 digits. */
    accountId: string;
    /** AWS region in which the trail lives; it records the calls of all regions. */
    region: string;
    /** Customer-managed key that encrypts the trail; its policy lets CloudTrail use it for this trail. */
    key: PlatformKey;
    /** Bucket that gets the log of each access to the trail's own bucket. */
    accessLogs: AccessLogBucket;
    /** Buckets of which each reading and writing of an object is recorded as well. */
    watched: { readonly bucket: Bucket }[];
    /** How long the trail is locked, and against whom. */
    lock: Pick<LockedBucketArgs, "lockMode" | "lockDays">;
    /** Whether `pulumi destroy` may delete the bucket with the trail in it; only under GOVERNANCE. Default: false. */
    deletable?: boolean;
}

/** Who called AWS, when, from where: every change in the account, and every touch of a record, sealed by CloudTrail. */
export class AuditTrail extends ComponentResource {
    constructor(name: string, args: AuditTrailArgs, opts?: ComponentResourceOptions) {
        super("compliance:security:AuditTrail", name, {}, opts);
        const { environment, accountId, region, key, accessLogs, watched, lock, deletable = false } = args;

        const fixedName = trailName(environment);
        const ofThisTrail = { "aws:SourceArn": trailArn(region, accountId, fixedName) };
        const log = new LockedBucket(
            name,
            {
                key,
                accessLogs,
                ...lock,
                deletable,
                deliveredBy: {
                    service: "cloudtrail.amazonaws.com",
                    look: { action: "s3:GetBucketAcl", condition: { StringEquals: ofThisTrail } },
                    write: {
                        prefix: `AWSLogs/${accountId}/`,
                        condition: { StringEquals: { ...ofThisTrail, "s3:x-amz-acl": "bucket-owner-full-control" } },
                    },
                },
            },
            { parent: this },
        );
        const selector = (field: string, equals: string[]) => ({ field, equals });
        new Trail(
            name,
            {
                name: fixedName,
                s3BucketName: log.bucket.bucket,
                kmsKeyId: key.arn,
                isMultiRegionTrail: true,
                enableLogFileValidation: true,
                advancedEventSelectors: [
                    {
                        name: "Every change of the account",
                        fieldSelectors: [selector("eventCategory", ["Management"])],
                    },
                    {
                        name: "Every touch of a record, and of a file as received",
                        fieldSelectors: [
                            selector("eventCategory", ["Data"]),
                            selector("resources.type", ["AWS::S3::Object"]),
                            {
                                field: "resources.ARN",
                                startsWiths: watched.map(({ bucket }) => interpolate`${bucket.arn}/`),
                            },
                        ],
                    },
                ],
                tags: { retention: `${lock.lockDays}-days` },
            },
            // CloudTrail tries to write when the trail is created, so the bucket's policy must be there.
            { parent: this, dependsOn: log },
        );
        this.registerOutputs({});
    }
}
