import { BLOB_CONTAINER, STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const azureStorageNoAnonymous: ResourceRule = {
    name: "azure-storage-no-anonymous",
    scope: "resource",
    why: "Anonymous access publishes customer data to anybody who guesses an address.",
    severity: "critical",
    controls: ["pci:1.4.4", "nist:AC-3", "iso:A.8.3"],
    fix: "Set allowBlobPublicAccess of the account to false and publicAccess of the container to None",
    types: [BLOB_CONTAINER, STORAGE_ACCOUNT],
    check(resource, judge) {
        if (resource.type === STORAGE_ACCOUNT) {
            judge(resource.at("allowBlobPublicAccess"), (on) =>
                on.flag() === false ? undefined : "is not switched off",
            );
            return;
        }
        judge(resource.at("publicAccess"), (access) =>
            (access.text() ?? "None") === "None" ? undefined : `is ${access.text()}, open to anybody`,
        );
    },
};
