import { TABLE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Days: as long as DynamoDB can, and as long as a mistake of Friday may take to be seen after a week of holidays. */
const LONGEST = 35;
const LEAST = 14;

export const dynamodbRecoverable: ResourceRule = {
    name: "dynamodb-recoverable",
    scope: "resource",
    why: "Without point-in-time recovery one faulty release can destroy the ledger for good.",
    severity: "high",
    controls: ["nist:CP-9", "nist:CP-10", "sox:404-operations-3", "iso:A.8.13"],
    fix: "Set pointInTimeRecovery.enabled to true, and recoveryPeriodInDays to 14 or more or not at all",
    types: [TABLE],
    check(table, judge) {
        judge(table.at("pointInTimeRecovery.enabled"), (on) => (on.flag() === true ? undefined : "is not on"));
        judge(table.at("pointInTimeRecovery.recoveryPeriodInDays"), (period) => {
            const days = period.number() ?? LONGEST;
            return days < LEAST ? `is ${days}, too few to notice a faulty release` : undefined;
        });
    },
};
