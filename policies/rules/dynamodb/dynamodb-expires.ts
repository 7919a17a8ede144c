import { tag } from "../../checks/tags.ts";
import { TABLE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const dynamodbExpires: ResourceRule = {
    name: "dynamodb-expires",
    scope: "resource",
    why: "A table that says it keeps data for some days must also forget it.",
    severity: "medium",
    controls: ["pci:3.2.1", "nist:SI-12", "iso:A.8.10"],
    fix: "Set ttl with enabled true and its attributeName, or correct the tag retention",
    types: [TABLE],
    check(table, judge) {
        judge(table.at("ttl.enabled"), (on) => {
            const kept = tag(table, "retention").text() ?? "";
            if (kept === "life-of-environment" && on.flag() === true)
                return "is on for a table that keeps data for good";
            if (!/^\d+-days$/.test(kept)) return undefined;
            return on.flag() === true && table.at("ttl.attributeName").text() !== undefined ? undefined : "is not on";
        });
    },
};
