import { inProduction } from "../../checks/held-to/production.ts";
import { TABLE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const dynamodbDeletionProtected: ResourceRule = {
    name: "dynamodb-deletion-protected",
    scope: "resource",
    why: "Whoever may delete a table, by mistake or not, deletes the audit trail of every transaction.",
    severity: "high",
    controls: ["nist:CP-9", "sox:802-records", "iso:A.5.33"],
    fix: "Set deletionProtectionEnabled to true in production",
    types: [TABLE],
    check(table, judge) {
        if (!inProduction(table)) return;
        judge(table.at("deletionProtectionEnabled"), (on) =>
            on.flag() === true ? undefined : "is not on in production",
        );
    },
};
