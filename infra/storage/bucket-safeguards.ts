import type { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import { BucketLogging } from "@pulumi/aws/s3/bucketLogging.js";
import { BucketOwnershipControls } from "@pulumi/aws/s3/bucketOwnershipControls.js";
import { BucketPolicy } from "@pulumi/aws/s3/bucketPolicy.js";
import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning.js";
import { interpolate, jsonStringify, type Resource } from "@pulumi/pulumi";
import type { PlatformKey } from "../security/platform-key.ts";
import { refusePlainHttp } from "../security/refuse-plain-http.ts";
import { lifecycleRules } from "./lifecycle-rules.ts";
import { refuseOtherEncryption } from "./refuse-other-encryption.ts";

export interface Safeguards {
    /** Key for what the bucket holds; without one, S3 encrypts with a key of its own. */
    key?: PlatformKey;
    /** The `AccessLogBucket`, which gets the log of each access; it has safeguards itself. */
    accessLogs?: { readonly bucket: Bucket; readonly accepting: Resource };
    /** Days after which an object expires. Left out, nothing expires. */
    expireDays?: number;
    /** Days for which older versions are kept where nothing expires. Left out, they are kept for ever. */
    olderVersionDays?: number;
    /** Beginnings of the names of what expires. Left out, everything does. */
    expirePrefixes?: readonly string[];
    /** Service principal that may encrypt what it delivers by itself. Default: none. */
    except?: string;
    /** Further statements of the bucket's policy. */
    statements?: object[];
}

/** Everything that each bucket of the platform has, whatever it holds. Returns the policy, the last to be there. */
export function safeguard(parent: Resource, name: string, bucket: Bucket, safeguards: Safeguards): BucketPolicy {
    const { key, accessLogs, expireDays, expirePrefixes, olderVersionDays, except, statements = [] } = safeguards;
    const on = { bucket: bucket.bucket };
    const opts = { parent };

    new BucketPublicAccessBlock(
        name,
        { ...on, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
        opts,
    );
    new BucketOwnershipControls(name, { ...on, rule: { objectOwnership: "BucketOwnerEnforced" } }, opts);
    const byDefault = key ? { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } : { sseAlgorithm: "AES256" };
    new BucketServerSideEncryptionConfiguration(
        name,
        { ...on, rules: [{ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: key !== undefined }] },
        opts,
    );
    const versioning = new BucketVersioning(name, { ...on, versioningConfiguration: { status: "Enabled" } }, opts);
    new BucketLifecycleConfiguration(
        name,
        { ...on, rules: lifecycleRules(expireDays, olderVersionDays, expirePrefixes) },
        // Rules about older versions need the versions first.
        { parent, dependsOn: versioning },
    );
    if (accessLogs) {
        const { bucket: target, accepting } = accessLogs;
        const logging = { ...on, targetBucket: target.bucket, targetPrefix: `${name}/` };
        // S3 refuses a target that does not let it write yet.
        new BucketLogging(name, logging, { parent, dependsOn: accepting });
    }
    const policy = jsonStringify({
        Version: "2012-10-17",
        Statement: [
            refusePlainHttp("s3:*", [bucket.arn, interpolate`${bucket.arn}/*`]),
            ...(key ? refuseOtherEncryption(bucket, key, except) : []),
            ...statements,
        ],
    });
    return new BucketPolicy(name, { ...on, policy }, opts);
}
