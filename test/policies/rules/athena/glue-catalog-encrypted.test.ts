import { glueCatalogEncrypted } from "../../../../policies/rules/athena/glue-catalog-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const A = "dataCatalogEncryptionSettings.encryptionAtRest";
const given = (encryptionAtRest: object) => ({ dataCatalogEncryptionSettings: { encryptionAtRest } });
const NO_KEY = `${A}.sseAwsKmsKeyId: is not set, so no key of ours encrypts it`;

describeRule(glueCatalogEncrypted, [
    {
        title: "accepts a customer-managed key",
        props: given({ catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: "arn:key" }),
        found: [],
    },
    {
        title: "rejects settings without anything",
        props: {},
        found: [`${A}.catalogEncryptionMode: is not SSE-KMS`, NO_KEY],
    },
    {
        title: "rejects it switched off",
        props: given({ catalogEncryptionMode: "DISABLED", sseAwsKmsKeyId: "arn:key" }),
        found: [`${A}.catalogEncryptionMode: is not SSE-KMS`],
    },
    {
        title: "judges the mode while the key is unknown",
        props: given({ catalogEncryptionMode: "DISABLED", sseAwsKmsKeyId: unknown }),
        found: [`${A}.catalogEncryptionMode: is not SSE-KMS`, `${A}.sseAwsKmsKeyId is unknown`],
    },
]);
