import assert from "node:assert/strict";
import { DeleteObjectCommand, HeadBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { bindings } from "../../../../../local/services/bindings/index.ts";
import { itNeeds } from "../../support/correction.ts";
import { create, resource } from "../../support/resources.ts";

const bucket = resource("aws:s3/bucket:Bucket", "locked", { bucket: "locked", objectLockEnabled: true });
const lock = resource("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "locked", {
    bucket: "locked",
    rule: { defaultRetention: { mode: "COMPLIANCE", days: 1 } },
});

describe("correction locked-objects", () => {
    itNeeds("locked-objects", {
        behaviour: "lets only the removal of a bucket end a retention",
        async observe({ clients }) {
            const s3 = clients.of(S3Client);
            await create(bucket, clients);
            await create(lock, clients);
            const { VersionId } = await s3.send(
                new PutObjectCommand({ Bucket: "locked", Key: "kept", Body: "record" }),
            );
            const deletion = s3.send(
                new DeleteObjectCommand({ Bucket: "locked", Key: "kept", VersionId, BypassGovernanceRetention: true }),
            );
            const refusal = await deletion.catch((error: Error) => error.name);
            await bindings[bucket.type]?.delete(bucket, clients).catch(() => undefined);
            const after = await s3
                .send(new HeadBucketCommand({ Bucket: "locked" }))
                .catch((error: Error) => error.name);
            return [refusal, after];
        },
        expect: (seen) => assert.deepEqual(seen, ["AccessDenied", "NotFound"]),
    });
});
