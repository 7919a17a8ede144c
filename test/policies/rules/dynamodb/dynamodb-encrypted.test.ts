import { dynamodbEncrypted } from "../../../../policies/rules/dynamodb/dynamodb-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const P = "serverSideEncryption";

describeRule(dynamodbEncrypted, [
    {
        title: "accepts a customer-managed key",
        props: { serverSideEncryption: { enabled: true, kmsKeyArn: "arn:key" } },
        found: [],
    },
    {
        title: "rejects a table without settings",
        props: {},
        found: [`${P}.enabled: is not on`, `${P}.kmsKeyArn: is not set, so no key of ours encrypts it`],
    },
    {
        title: "rejects it switched off",
        props: { serverSideEncryption: { enabled: false, kmsKeyArn: "arn:key" } },
        found: [`${P}.enabled: is not on`],
    },
    {
        title: "rejects an empty key",
        props: { serverSideEncryption: { enabled: true, kmsKeyArn: "" } },
        found: [`${P}.kmsKeyArn: is not set, so no key of ours encrypts it`],
    },
    {
        title: "rejects the key that AWS manages",
        props: { serverSideEncryption: { enabled: true, kmsKeyArn: "arn:aws:kms:eu-west-1:1:alias/aws/dynamodb" } },
        found: [`${P}.kmsKeyArn: is a key that AWS manages`],
    },
    {
        title: "judges the switch while the key is unknown",
        props: { serverSideEncryption: { enabled: false, kmsKeyArn: unknown } },
        found: [`${P}.enabled: is not on`, `${P}.kmsKeyArn is unknown`],
    },
]);
