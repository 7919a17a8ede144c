import { isCustomerKey } from "../../checks/customer-key.ts";
import { NAMESPACE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const redshiftEncrypted: ResourceRule = {
    name: "redshift-encrypted",
    scope: "resource",
    why: "The warehouse holds every transaction, so a key of ours must decide who reads its disks and snapshots.",
    severity: "high",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set kmsKeyId to the platform's data key",
    types: [NAMESPACE],
    check(namespace, judge) {
        judge(namespace.at("kmsKeyId"), (key) =>
            key.text() === "AWS_OWNED_KMS_KEY" ? "is a key that AWS owns" : isCustomerKey(key),
        );
    },
};
