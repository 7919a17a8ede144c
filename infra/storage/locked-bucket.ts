import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketObjectLockConfiguration } from "@pulumi/aws/s3/bucketObjectLockConfiguration.js";
import {
    ComponentResource,
    type ComponentResourceOptions,
    interpolate,
    type Output,
    ResourceError,
} from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { AccessLogBucket } from "./access-log-bucket.ts";
import { safeguard } from "./bucket-safeguards.ts";

export interface LockedBucketArgs {
    /** Customer-managed key that encrypts every object at rest. */
    key: PlatformKey;
    /** Bucket that gets the log of each access. */
    accessLogs: AccessLogBucket;
    /** GOVERNANCE lets a privileged person lift the lock of an object; COMPLIANCE lets nobody, not even AWS. */
    lockMode: "GOVERNANCE" | "COMPLIANCE";
    /** Days for which no object can be changed or deleted; 1 or more. */
    lockDays: number;
    /** AWS service that writes to the bucket by itself. Default: none. */
    deliveredBy?: Delivery;
    /** Whether `pulumi destroy` may delete the bucket with all objects in it; only under GOVERNANCE. Default: false. */
    deletable?: boolean;
}

/** What a service may do with the bucket, each time under a condition that pins it to this account. */
interface Delivery {
    /** Service principal, such as `cloudtrail.amazonaws.com`. */
    service: string;
    /** What it asks of the bucket before it writes. */
    look: { action: string; condition: Condition };
    /** Beginning of the names of what it writes. */
    write: { prefix: string; condition: Condition };
}

type Condition = Record<string, Record<string, string>>;

/**
 * Write once, read many: the records that a regulator may ask for. Nothing in it ever expires by itself: a person ends what is
 * past its lock, by `npm run retention`.
 */
export class LockedBucket extends ComponentResource {
    readonly bucket: Bucket;
    private readonly key: PlatformKey;

    constructor(name: string, args: LockedBucketArgs, opts?: ComponentResourceOptions) {
        super("compliance:storage:LockedBucket", name, {}, opts);
        const { key, accessLogs, lockMode, lockDays, deliveredBy, deletable = false } = args;
        if (!Number.isInteger(lockDays) || lockDays < 1) {
            throw new ResourceError(`lockDays must be a whole number of days, 1 or more, got ${lockDays}`, this, true);
        }
        if (deletable && lockMode === "COMPLIANCE") {
            throw new ResourceError("deletable must be false, because COMPLIANCE lets nobody delete", this, true);
        }

        this.key = key;
        this.bucket = new Bucket(
            name,
            { objectLockEnabled: true, forceDestroy: deletable, tags: { retention: `${lockDays}-days` } },
            { parent: this, protect: !deletable },
        );
        new BucketObjectLockConfiguration(
            name,
            { bucket: this.bucket.bucket, rule: { defaultRetention: { mode: lockMode, days: lockDays } } },
            { parent: this },
        );
        safeguard(this, name, this.bucket, {
            key,
            accessLogs,
            ...(deliveredBy && { except: deliveredBy.service, statements: deliveryTo(this.bucket, deliveredBy) }),
        });
        this.registerOutputs({ bucket: this.bucket.bucket });
    }

    /** For a role that adds records; none can replace one, because older versions stay locked. */
    grantWrite(): Grant[] {
        return [
            // The slash and star mean the objects of this one bucket.
            { Effect: "Allow", Action: ["s3:PutObject"], Resource: interpolate`${this.bucket.arn}/*` },
            ...this.key.grantEncrypt(),
        ];
    }

    /** For a role that reads by name, and must tell what is not there from what it may not read. */
    grantLookUp(): Grant[] {
        return [
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: interpolate`${this.bucket.arn}/*` },
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: this.bucket.arn },
            ...this.key.grantDecrypt(),
        ];
    }

    /** For a role that reads all records. */
    grantScan(): Grant[] {
        return [
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: interpolate`${this.bucket.arn}/*` },
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: this.bucket.arn },
            ...this.key.grantDecrypt(),
        ];
    }

    /** For a role that reads all objects below a prefix, which ends with a slash, whatever their names. */
    grantScanBelow(prefix: string): Grant[] {
        return [
            // The star means the objects below this one prefix.
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: interpolate`${this.bucket.arn}/${prefix}*` },
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: this.bucket.arn },
            ...this.key.grantDecrypt(),
        ];
    }
}

function deliveryTo(bucket: Bucket, { service, look, write }: Delivery): object[] {
    const allow = (Sid: string, Action: string, Resource: Output<string>, Condition: Condition) => ({
        Sid,
        Effect: "Allow",
        Principal: { Service: service },
        Action,
        Resource,
        Condition,
    });
    return [
        allow("LetServiceLook", look.action, bucket.arn, look.condition),
        allow("LetServiceWrite", "s3:PutObject", interpolate`${bucket.arn}/${write.prefix}*`, write.condition),
    ];
}
