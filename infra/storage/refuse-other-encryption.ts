import type { Bucket } from "@pulumi/aws/s3/bucket.js";
import { interpolate } from "@pulumi/pulumi";
import type { PlatformKey } from "../security/platform-key.ts";

const ALGORITHM = "s3:x-amz-server-side-encryption";
const KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";

/**
 * Statements of a bucket's policy: an upload may leave the encryption to the bucket, but not ask for another.
 * `except` is a service that AWS lets seal its files with a key of its own only.
 */
export function refuseOtherEncryption(bucket: Bucket, key: PlatformKey, except?: string) {
    const refuse = (sid: string, header: string, allowed: unknown) => ({
        Sid: sid,
        Effect: "Deny",
        Principal: "*",
        Action: "s3:PutObject",
        Resource: interpolate`${bucket.arn}/*`,
        // "Is not" also holds for a header that is absent, hence the second condition.
        Condition: {
            StringNotEquals: { [header]: allowed },
            Null: { [header]: "false" },
            ...(except && { StringNotEqualsIfExists: { "aws:PrincipalServiceName": except } }),
        },
    });
    return [refuse("RefuseOtherAlgorithms", ALGORITHM, "aws:kms"), refuse("RefuseOtherKeys", KEY, key.arn)];
}
