import { STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const azureStorageNoReplicationAbroad: ResourceRule = {
    name: "azure-storage-no-replication-abroad",
    scope: "resource",
    why: "Replication to another tenant or region carries customer data past every other guardrail.",
    severity: "high",
    controls: ["nist:AC-4", "nist:SA-9(5)", "iso:A.5.23", "iso:A.8.12"],
    fix: "Set allowCrossTenantReplication to false and sku.name to Standard_LRS or Standard_ZRS",
    types: [STORAGE_ACCOUNT],
    check(account, judge) {
        judge(account.at("allowCrossTenantReplication"), (on) =>
            on.flag() === false ? undefined : "is not switched off",
        );
        judge(account.at("sku.name"), (sku) =>
            /_(LRS|ZRS)$/.test(sku.text() ?? "") ? undefined : "copies data to another region",
        );
    },
};
