import { isCustomerKey } from "../../checks/customer-key.ts";
import { LOG_GROUP } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const logsEncrypted: ResourceRule = {
    name: "logs-encrypted",
    scope: "resource",
    why: "Logs name accounts and transactions, so a key of ours decides who reads them.",
    severity: "medium",
    controls: ["pci:10.3.2", "nist:AU-9", "nist:SC-28(1)", "nist:AU-9(3)", "iso:A.8.24"],
    fix: "Set kmsKeyId to the platform's log key",
    types: [LOG_GROUP],
    check: (group, judge) => judge(group.at("kmsKeyId"), isCustomerKey),
};
