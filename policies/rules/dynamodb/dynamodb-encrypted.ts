import { isCustomerKey } from "../../checks/customer-key.ts";
import { TABLE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const dynamodbEncrypted: ResourceRule = {
    name: "dynamodb-encrypted",
    scope: "resource",
    why: "Tables hold who paid whom, so a customer-managed key must encrypt them.",
    severity: "high",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set serverSideEncryption with enabled true and kmsKeyArn of the platform's data key",
    types: [TABLE],
    check(table, judge) {
        judge(table.at("serverSideEncryption.enabled"), (on) => (on.flag() === true ? undefined : "is not on"));
        judge(table.at("serverSideEncryption.kmsKeyArn"), isCustomerKey);
    },
};
