import { logsEncrypted } from "../../../../policies/rules/audit/logs-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(logsEncrypted, [
    { title: "accepts a customer-managed key", props: { kmsKeyId: "arn:key" }, found: [] },
    { title: "rejects a missing key", props: {}, found: ["kmsKeyId: is not set, so no key of ours encrypts it"] },
    {
        title: "rejects an empty key",
        props: { kmsKeyId: "" },
        found: ["kmsKeyId: is not set, so no key of ours encrypts it"],
    },
    {
        title: "rejects the key that AWS manages",
        props: { kmsKeyId: "alias/aws/logs" },
        found: ["kmsKeyId: is a key that AWS manages"],
    },
    { title: "cannot decide while the key is unknown", props: { kmsKeyId: unknown }, found: ["kmsKeyId is unknown"] },
]);
