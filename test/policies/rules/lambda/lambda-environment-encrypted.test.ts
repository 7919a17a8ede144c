import { lambdaEnvironmentEncrypted } from "../../../../policies/rules/lambda/lambda-environment-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const ENVIRONMENT = { environment: { variables: { LOG_LEVEL: "INFO" } } };

describeRule(lambdaEnvironmentEncrypted, [
    { title: "accepts a customer-managed key", props: { ...ENVIRONMENT, kmsKeyArn: "arn:key" }, found: [] },
    { title: "accepts a function without an environment", props: {}, found: [] },
    {
        title: "rejects an environment without a key",
        props: ENVIRONMENT,
        found: ["kmsKeyArn: is not set, so no key of ours encrypts it"],
    },
    {
        title: "rejects an empty key",
        props: { ...ENVIRONMENT, kmsKeyArn: "" },
        found: ["kmsKeyArn: is not set, so no key of ours encrypts it"],
    },
    {
        title: "cannot decide while the key is unknown",
        props: { ...ENVIRONMENT, kmsKeyArn: unknown },
        found: ["kmsKeyArn is unknown"],
    },
]);
