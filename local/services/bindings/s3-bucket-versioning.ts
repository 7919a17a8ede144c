import { type BucketVersioningStatus, PutBucketVersioningCommand, S3Client } from "@aws-sdk/client-s3";
import { optionalText, part, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const status = optionalText(part(resource.inputs, "versioningConfiguration") ?? {}, "status");
        if (status === "Disabled") {
            return;
        }
        await clients.of(S3Client).send(
            new PutBucketVersioningCommand({
                Bucket: text(resource, "bucket"),
                VersioningConfiguration: { Status: status as BucketVersioningStatus },
            }),
        );
    },
    // Versioning cannot be taken off a bucket, and the bucket itself goes next.
    async remove() {},
};
