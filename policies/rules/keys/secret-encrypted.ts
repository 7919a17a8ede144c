import { isCustomerKey } from "../../checks/customer-key.ts";
import { SECRET } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const secretEncrypted: ResourceRule = {
    name: "secret-encrypted",
    scope: "resource",
    why: "Under the key that AWS manages, everybody who may read secrets in the account reads this one.",
    severity: "high",
    controls: ["pci:8.6.3", "pci:3.6.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set kmsKeyId to a key of the platform",
    types: [SECRET],
    check(secret, judge) {
        judge(secret.at("kmsKeyId"), isCustomerKey);
    },
};
