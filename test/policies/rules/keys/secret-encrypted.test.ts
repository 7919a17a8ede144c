import { secretEncrypted } from "../../../../policies/rules/keys/secret-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const NO_KEY = "kmsKeyId: is not set, so no key of ours encrypts it";

describeRule(secretEncrypted, [
    { title: "accepts a key of ours", props: { kmsKeyId: "arn:key" }, found: [] },
    { title: "rejects no key", props: {}, found: [NO_KEY] },
    { title: "rejects an empty key", props: { kmsKeyId: "" }, found: [NO_KEY] },
    {
        title: "rejects the key that AWS manages",
        props: { kmsKeyId: "alias/aws/secretsmanager" },
        found: ["kmsKeyId: is a key that AWS manages"],
    },
    { title: "cannot decide while the key is unknown", props: { kmsKeyId: unknown }, found: ["kmsKeyId is unknown"] },
]);
