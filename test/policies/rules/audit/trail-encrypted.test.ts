import { trailEncrypted } from "../../../../policies/rules/audit/trail-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const REFUSED = ["kmsKeyId: is not set, so no key of ours encrypts it"];

describeRule(trailEncrypted, [
    { title: "accepts a key of ours", props: { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" }, found: [] },
    { title: "rejects an absent key", props: {}, found: REFUSED },
    { title: "rejects an empty key", props: { kmsKeyId: "" }, found: REFUSED },
    {
        title: "rejects the key that AWS manages",
        props: { kmsKeyId: "alias/aws/cloudtrail" },
        found: ["kmsKeyId: is a key that AWS manages"],
    },
    { title: "cannot decide while the key is unknown", props: { kmsKeyId: unknown }, found: ["kmsKeyId is unknown"] },
]);
