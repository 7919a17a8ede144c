import { isCustomerKey } from "../../checks/customer-key.ts";
import { CATALOG_ENCRYPTION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const AT_REST = "dataCatalogEncryptionSettings.encryptionAtRest";

export const glueCatalogEncrypted: ResourceRule = {
    name: "glue-catalog-encrypted",
    scope: "resource",
    why: "Who sets the encryption of the account's catalog must set it to a key of ours, or undoes it for everybody.",
    severity: "medium",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set catalogEncryptionMode to SSE-KMS with sseAwsKmsKeyId of the platform's data key",
    types: [CATALOG_ENCRYPTION],
    check(settings, judge) {
        judge(settings.at(`${AT_REST}.catalogEncryptionMode`), (mode) =>
            mode.text()?.startsWith("SSE-KMS") ? undefined : "is not SSE-KMS",
        );
        judge(settings.at(`${AT_REST}.sseAwsKmsKeyId`), isCustomerKey);
    },
};
