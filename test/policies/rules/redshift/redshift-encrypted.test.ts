import { redshiftEncrypted } from "../../../../policies/rules/redshift/redshift-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(redshiftEncrypted, [
    { title: "accepts a key of ours", props: { kmsKeyId: "arn:key" }, found: [] },
    { title: "rejects no key", props: {}, found: ["kmsKeyId: is not set, so no key of ours encrypts it"] },
    {
        title: "rejects an empty key",
        props: { kmsKeyId: "" },
        found: ["kmsKeyId: is not set, so no key of ours encrypts it"],
    },
    {
        title: "rejects the key that AWS owns",
        props: { kmsKeyId: "AWS_OWNED_KMS_KEY" },
        found: ["kmsKeyId: is a key that AWS owns"],
    },
    {
        title: "rejects the key that AWS manages",
        props: { kmsKeyId: "alias/aws/redshift" },
        found: ["kmsKeyId: is a key that AWS manages"],
    },
    { title: "cannot decide while the key is unknown", props: { kmsKeyId: unknown }, found: ["kmsKeyId is unknown"] },
]);
