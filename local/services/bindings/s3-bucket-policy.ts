import { DeleteBucketPolicyCommand, PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const Bucket = text(resource, "bucket");
        await clients.of(S3Client).send(new PutBucketPolicyCommand({ Bucket, Policy: text(resource, "policy") }));
    },
    async remove(resource, clients) {
        await clients.of(S3Client).send(new DeleteBucketPolicyCommand({ Bucket: text(resource, "bucket") }));
    },
};
