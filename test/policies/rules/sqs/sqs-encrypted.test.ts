import { sqsEncrypted } from "../../../../policies/rules/sqs/sqs-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const none = ["kmsMasterKeyId: is not set, so no key of ours encrypts it"];
const managed = ["kmsMasterKeyId: is a key that AWS manages"];

describeRule(sqsEncrypted, [
    { title: "accepts a customer-managed key", props: { kmsMasterKeyId: "arn:key" }, found: [] },
    { title: "rejects a queue without a key", props: {}, found: none },
    { title: "rejects an empty key", props: { kmsMasterKeyId: "" }, found: none },
    { title: "rejects the key that AWS manages", props: { kmsMasterKeyId: "alias/aws/sqs" }, found: managed },
    {
        title: "rejects the key that AWS manages by its ARN",
        props: { kmsMasterKeyId: "arn:aws:kms:eu-west-1:1:alias/aws/sqs" },
        found: managed,
    },
    {
        title: "cannot decide while the key is unknown",
        props: { kmsMasterKeyId: unknown },
        found: ["kmsMasterKeyId is unknown"],
    },
    { title: "leaves other types alone", type: "aws:sns/topic:Topic", props: {}, found: [] },
]);
