import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { ComponentResource, type ComponentResourceOptions, interpolate } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { AccessLogBucket } from "./access-log-bucket.ts";
import { safeguard } from "./bucket-safeguards.ts";
import { refuseOverwriting } from "./refuse-overwriting.ts";

export interface WorkBucketArgs {
    /** Customer-managed key that encrypts every object at rest. */
    key: PlatformKey;
    /** Bucket that gets the log of each access. */
    accessLogs: AccessLogBucket;
    /** Days after which an object expires; it is gone for good one day later. */
    retentionDays: number;
    /** Beginnings of the names of the objects that expire, when others must stay. Default: all objects. */
    expirePrefixes?: readonly string[];
    /** Beginning of the names of objects that nobody writes over, whatever his role allows; ends with a slash. */
    writeOnceBelow?: string;
    /** Whether `pulumi destroy` may delete the bucket with all objects in it. Default: false. */
    deletable?: boolean;
}

/** Bucket for what the platform works with for a limited time: received files, rejected rows, parked messages. */
export class WorkBucket extends ComponentResource {
    readonly bucket: Bucket;
    private readonly key: PlatformKey;

    constructor(name: string, args: WorkBucketArgs, opts?: ComponentResourceOptions) {
        super("compliance:storage:WorkBucket", name, {}, opts);
        const { key, accessLogs, retentionDays, expirePrefixes, writeOnceBelow, deletable = false } = args;

        this.key = key;
        this.bucket = new Bucket(
            name,
            { forceDestroy: deletable, tags: { retention: `${retentionDays}-days` } },
            { parent: this, protect: !deletable },
        );
        const expiry = { expireDays: retentionDays, ...(expirePrefixes !== undefined && { expirePrefixes }) };
        const statements = writeOnceBelow === undefined ? [] : [refuseOverwriting(this.bucket, writeOnceBelow)];
        safeguard(this, name, this.bucket, { key, accessLogs, ...expiry, statements });
        this.registerOutputs({ bucket: this.bucket.bucket });
    }

    /** For a role that reads objects by name; S3 answers "forbidden" for one that is not there. */
    grantRead(): Grant[] {
        return [this.onObjects("s3:GetObject"), ...this.key.grantDecrypt()];
    }

    /** For a role that reads this one object. */
    grantReadOne(key: string): Grant[] {
        const one = interpolate`${this.bucket.arn}/${key}`;
        return [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: one }, ...this.key.grantDecrypt()];
    }

    /** For a role that reads objects by name, only below a prefix, which ends with a slash. */
    grantReadBelow(prefix: string): Grant[] {
        // The star means the objects below this one prefix.
        const below = interpolate`${this.bucket.arn}/${prefix}*`;
        return [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: below }, ...this.key.grantDecrypt()];
    }

    /** For a role that reads objects by name, and must tell one that is not there from one it may not read. */
    grantLookUp(): Grant[] {
        return [...this.grantRead(), { Effect: "Allow", Action: ["s3:ListBucket"], Resource: this.bucket.arn }];
    }

    /** For a role that reads objects in the very version it was told of, and must know when one is no longer there. */
    grantReadVersions(): Grant[] {
        return [
            this.onObjects("s3:GetObjectVersion"),
            // Turns that "forbidden" into "not found".
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: this.bucket.arn },
            ...this.key.grantDecrypt(),
        ];
    }

    /** For a role that reads all objects, whatever their names. */
    grantScan(): Grant[] {
        return [
            this.onObjects("s3:GetObject"),
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

    /** For a role that adds objects. */
    grantWrite(): Grant[] {
        return [this.onObjects("s3:PutObject"), ...this.key.grantEncrypt()];
    }

    /** For a role that only adds objects, and only below a prefix, which ends with a slash. */
    grantAdd(prefix: string): Grant[] {
        // The star means the objects below this one prefix.
        const below = interpolate`${this.bucket.arn}/${prefix}*`;
        return [{ Effect: "Allow", Action: ["s3:PutObject"], Resource: below }, ...this.key.grantGenerate()];
    }

    /** For a role that takes objects away; S3 keeps them for a day as older versions. */
    grantDelete(): Grant[] {
        return [this.onObjects("s3:AbortMultipartUpload", "s3:DeleteObject")];
    }

    private onObjects(...actions: string[]): Grant {
        // The slash and star mean the objects of this one bucket.
        return { Effect: "Allow", Action: actions, Resource: interpolate`${this.bucket.arn}/*` };
    }
}
