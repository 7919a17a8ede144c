import { isCustomerKey } from "../../checks/customer-key.ts";
import { TOPIC } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const snsEncrypted: ResourceRule = {
    name: "sns-encrypted",
    scope: "resource",
    why: "Alerts tell who is suspected of what, so a customer-managed key must encrypt them.",
    severity: "high",
    controls: ["nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set kmsMasterKeyId to the platform's data key",
    types: [TOPIC],
    check: (topic, judge) => judge(topic.at("kmsMasterKeyId"), isCustomerKey),
};
