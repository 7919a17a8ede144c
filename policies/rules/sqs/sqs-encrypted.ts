import { isCustomerKey } from "../../checks/customer-key.ts";
import { QUEUE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const sqsEncrypted: ResourceRule = {
    name: "sqs-encrypted",
    scope: "resource",
    why: "Queues carry personal data, so a customer-managed key must encrypt them.",
    severity: "high",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set kmsMasterKeyId to the platform's data key",
    types: [QUEUE],
    check: (queue, judge) => judge(queue.at("kmsMasterKeyId"), isCustomerKey),
};
