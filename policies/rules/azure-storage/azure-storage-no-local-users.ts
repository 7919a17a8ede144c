import { STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const DOORS = ["isLocalUserEnabled", "isSftpEnabled"];

export const azureStorageNoLocalUsers: ResourceRule = {
    name: "azure-storage-no-local-users",
    scope: "resource",
    why: "Local users log in by password or SSH key, past Entra and all its rules.",
    severity: "high",
    controls: ["pci:2.2.1", "pci:8.6.3", "nist:IA-5", "iso:A.5.17"],
    fix: `Set ${DOORS.join(" and ")} to false`,
    types: [STORAGE_ACCOUNT],
    check(account, judge) {
        for (const door of DOORS) {
            judge(account.at(door), (open) => (open.flag() === false ? undefined : "is not switched off"));
        }
    },
};
