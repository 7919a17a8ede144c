import { isCustomerKey } from "../../checks/customer-key.ts";
import { TRAIL } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const trailEncrypted: ResourceRule = {
    name: "trail-encrypted",
    scope: "resource",
    why: "The audit trail tells an intruder what is worth taking, and who may take it.",
    severity: "medium",
    controls: ["pci:10.3.2", "nist:AU-9", "nist:SC-28(1)", "nist:AU-9(3)", "iso:A.8.24"],
    fix: "Set kmsKeyId to a customer-managed key",
    types: [TRAIL],
    check: (trail, judge) => judge(trail.at("kmsKeyId"), isCustomerKey),
};
