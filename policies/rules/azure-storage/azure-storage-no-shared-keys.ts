import { STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const azureStorageNoSharedKeys: ResourceRule = {
    name: "azure-storage-no-shared-keys",
    scope: "resource",
    why: "A storage key opens the whole account to whoever holds it, and names nobody in the logs.",
    severity: "critical",
    controls: ["pci:8.6.3", "nist:IA-5", "sox:404-access-2", "iso:A.5.17"],
    fix: "Set allowSharedKeyAccess to false and defaultToOAuthAuthentication to true",
    types: [STORAGE_ACCOUNT],
    check(account, judge) {
        judge(account.at("allowSharedKeyAccess"), (on) => (on.flag() === false ? undefined : "is not switched off"));
        judge(account.at("defaultToOAuthAuthentication"), (on) => (on.flag() === true ? undefined : "is not on"));
    },
};
