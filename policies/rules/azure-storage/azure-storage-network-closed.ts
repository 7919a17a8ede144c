import { STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const azureStorageNetworkClosed: ResourceRule = {
    name: "azure-storage-network-closed",
    scope: "resource",
    why: "With an open firewall a stolen token works from anywhere in the world.",
    severity: "high",
    controls: ["pci:1.4.4", "pci:1.3.1", "nist:SC-7", "nist:SC-7(5)", "iso:A.8.20"],
    fix: "Set publicNetworkAccess to Disabled, or networkRuleSet to Deny, bypass None, with a rule for each caller",
    types: [STORAGE_ACCOUNT],
    check(account, judge) {
        judge(account.at("networkRuleSet.defaultAction"), (action) => {
            if (account.at("publicNetworkAccess").text() === "Disabled") return undefined;
            return action.text() === "Deny" ? undefined : "is not Deny";
        });
        judge(account.at("networkRuleSet.bypass"), (bypass) => {
            if (account.at("publicNetworkAccess").text() === "Disabled") return undefined;
            return bypass.text() === "None" ? undefined : "lets other services of Azure past the firewall";
        });
        for (const rule of account.at("networkRuleSet.ipRules").items()) {
            judge(rule.at("iPAddressOrRange"), (range) =>
                isWideRange(range.text() ?? "") ? "opens the firewall to the internet" : undefined,
            );
        }
    },
};

/** More than the 256 addresses that one office or gateway has at most. */
function isWideRange(range: string): boolean {
    const bits = Number(range.split("/")[1] ?? 32);
    return range.startsWith("0.0.0.0") || !(bits >= 24);
}
