import { s3ObjectSafe } from "../../../../policies/rules/s3/s3-object-safe.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const BUCKET = { type: "aws:s3/bucket:Bucket", name: "ours", props: { bucket: "ours" } };
const kmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/k";

describeRule(s3ObjectSafe, [
    { title: "accepts ours under a key of ours", props: { bucket: "ours", kmsKeyId }, beside: [BUCKET], found: [] },
    {
        title: "rejects a bucket of others",
        props: { bucket: "theirs", kmsKeyId },
        beside: [BUCKET],
        found: ["bucket: is no bucket of this stack"],
    },
    {
        title: "rejects an object without a key",
        props: { bucket: "ours" },
        beside: [BUCKET],
        found: ["kmsKeyId: is not set, so no key of ours encrypts it"],
    },
    {
        title: "cannot decide while the key is unknown",
        props: { bucket: "ours", kmsKeyId: unknown },
        beside: [BUCKET],
        found: ["kmsKeyId is unknown"],
    },
]);
