import { TABLE } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";

export const dynamodbRecoverable: ResourceRule = {
    name: "dynamodb-recoverable",
    scope: "resource",
    why: "Without point-in-time recovery one faulty release can destroy the ledger for good.",
    severity: "high",
    controls: ["nist:CP-9", "nist:CP-10", "sox:404-operations-3", "iso:A.8.13"],
    fix: "Set pointInTimeRecovery.enabled to true",
    types: [TABLE],
    check(table, judge) {
        judge(table.at("pointInTimeRecovery.enabled"), (on) => (on.flag() === true ? undefined : "is not on"));
    },
};
