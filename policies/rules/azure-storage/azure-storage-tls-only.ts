import { STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const STRONG = ["TLS1_2", "TLS1_3"];

export const azureStorageTlsOnly: ResourceRule = {
    name: "azure-storage-tls-only",
    scope: "resource",
    why: "Old TLS can be broken, and plain HTTP needs no breaking.",
    severity: "high",
    controls: ["pci:4.2.1", "nist:SC-8", "nist:SC-13", "iso:A.5.14"],
    fix: "Set minimumTlsVersion to TLS1_2 and enableHttpsTrafficOnly to true",
    types: [STORAGE_ACCOUNT],
    check(account, judge) {
        judge(account.at("minimumTlsVersion"), (version) =>
            STRONG.includes(version.text() ?? "") ? undefined : "is not TLS1_2 or newer",
        );
        judge(account.at("enableHttpsTrafficOnly"), (only) => (only.flag() === true ? undefined : "is not on"));
    },
};
