import type { Bucket } from "@pulumi/aws/s3/bucket.js";
import { interpolate } from "@pulumi/pulumi";

/**
 * Statement of a bucket's policy: below a prefix an upload must ask S3 not to replace what is there. Copies and uploads in
 * parts cannot ask that at their beginning, so they are refused too.
 */
export function refuseOverwriting(bucket: Bucket, prefix: string) {
    return {
        Sid: "RefuseOverwriting",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:PutObject",
        // The star means the objects below this one prefix.
        Resource: interpolate`${bucket.arn}/${prefix}*`,
        Condition: { Null: { "s3:if-none-match": "true" } },
    };
}
