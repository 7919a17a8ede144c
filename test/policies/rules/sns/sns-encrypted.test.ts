import { snsEncrypted } from "../../../../policies/rules/sns/sns-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(snsEncrypted, [
    { title: "accepts a customer-managed key", props: { kmsMasterKeyId: "arn:key" }, found: [] },
    { title: "rejects a missing key", props: {}, found: ["kmsMasterKeyId: is not set, so no key of ours encrypts it"] },
    {
        title: "rejects an empty key",
        props: { kmsMasterKeyId: "" },
        found: ["kmsMasterKeyId: is not set, so no key of ours encrypts it"],
    },
    {
        title: "rejects the key that AWS manages",
        props: { kmsMasterKeyId: "alias/aws/sns" },
        found: ["kmsMasterKeyId: is a key that AWS manages"],
    },
    {
        title: "cannot decide while the key is unknown",
        props: { kmsMasterKeyId: unknown },
        found: ["kmsMasterKeyId is unknown"],
    },
]);
