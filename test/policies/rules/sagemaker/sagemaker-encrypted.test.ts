import { sagemakerEncrypted } from "../../../../policies/rules/sagemaker/sagemaker-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const KEY = "arn:aws:kms:eu-west-1:1:key/it";
const NONE = "is not set, so no key of ours encrypts it";

describeRule(sagemakerEncrypted, [
    { title: "accepts an endpoint under our key", props: { kmsKeyArn: KEY }, found: [] },
    {
        title: "accepts a record of traffic under our key",
        props: { kmsKeyArn: KEY, dataCaptureConfig: { kmsKeyId: KEY } },
        found: [],
    },
    { title: "rejects an endpoint without a key", props: {}, found: [`kmsKeyArn: ${NONE}`] },
    {
        title: "rejects a record of traffic without a key",
        props: { kmsKeyArn: KEY, dataCaptureConfig: {} },
        found: [`dataCaptureConfig.kmsKeyId: ${NONE}`],
    },
    {
        title: "rejects the key of AWS",
        props: { kmsKeyArn: "arn:aws:kms:eu-west-1:1:alias/aws/sagemaker" },
        found: ["kmsKeyArn: is a key that AWS manages"],
    },
    {
        title: "cannot decide while a key is unknown",
        props: { kmsKeyArn: unknown, dataCaptureConfig: { kmsKeyId: KEY } },
        found: ["kmsKeyArn is unknown"],
    },
]);
