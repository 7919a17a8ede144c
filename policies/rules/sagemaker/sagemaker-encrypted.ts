import { isCustomerKey } from "../../checks/customer-key.ts";
import { ENDPOINT_CONFIGURATION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const sagemakerEncrypted: ResourceRule = {
    name: "sagemaker-encrypted",
    scope: "resource",
    why: "The model, and the record of what it was asked, tell about transactions; a key of ours must decide who reads.",
    severity: "high",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set kmsKeyArn, and kmsKeyId of dataCaptureConfig, to the platform's data key",
    types: [ENDPOINT_CONFIGURATION],
    check(configuration, judge) {
        judge(configuration.at("kmsKeyArn"), isCustomerKey);
        if (configuration.at("dataCaptureConfig").isAbsent()) return;
        judge(configuration.at("dataCaptureConfig.kmsKeyId"), isCustomerKey);
    },
};
