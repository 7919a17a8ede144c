import { athenaResultsEncrypted } from "../../../../policies/rules/athena/athena-results-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const R = "configuration.resultConfiguration";
const E = `${R}.encryptionConfiguration`;
const UNPLACED = `${R}.outputLocation: is not set, so whoever runs a query decides where its result goes`;
const NO_KEY = `${E}.kmsKeyArn: is not set, so no key of ours encrypts it`;

const given = (encryptionConfiguration: object, outputLocation = "s3://results/") => ({
    configuration: { resultConfiguration: { outputLocation, encryptionConfiguration } },
});

describeRule(athenaResultsEncrypted, [
    {
        title: "accepts results under a customer-managed key",
        props: given({ encryptionOption: "SSE_KMS", kmsKeyArn: "arn:key" }),
        found: [],
    },
    {
        title: "rejects a workgroup without settings",
        props: {},
        found: [UNPLACED, `${E}.encryptionOption: is not set`, NO_KEY],
    },
    {
        title: "rejects an empty location",
        props: given({ encryptionOption: "SSE_KMS", kmsKeyArn: "arn:key" }, ""),
        found: [UNPLACED],
    },
    {
        title: "rejects the key of S3",
        props: given({ encryptionOption: "SSE_S3" }),
        found: [`${E}.encryptionOption: is SSE_S3, not a key of ours`, NO_KEY],
    },
    {
        title: "rejects a key that AWS manages",
        props: given({ encryptionOption: "SSE_KMS", kmsKeyArn: "arn:aws:kms:eu-west-1:1:alias/aws/s3" }),
        found: [`${E}.kmsKeyArn: is a key that AWS manages`],
    },
    {
        title: "judges the rest while the key is unknown",
        props: given({ encryptionOption: "SSE_S3", kmsKeyArn: unknown }),
        found: [`${E}.encryptionOption: is SSE_S3, not a key of ours`, `${E}.kmsKeyArn is unknown`],
    },
]);
