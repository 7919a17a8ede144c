import { STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const azureStorageDoubleEncrypted: ResourceRule = {
    name: "azure-storage-double-encrypted",
    scope: "resource",
    why: "A second layer of encryption holds when one algorithm or one key fails; it can be set at creation only.",
    severity: "medium",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set encryption.requireInfrastructureEncryption to true",
    types: [STORAGE_ACCOUNT],
    check(account, judge) {
        judge(account.at("encryption.requireInfrastructureEncryption"), (on) =>
            on.flag() === true ? undefined : "is not on",
        );
    },
};
