import { budgetOfGroup } from "../../checks/links/links.ts";
import { RESOURCE_GROUP } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const azureGroupBudgeted: StackRule = {
    name: "azure-group-budgeted",
    scope: "stack",
    why: "Without a budget a runaway cost on Azure shows on the bill only.",
    severity: "low",
    controls: ["nist:SI-4", "iso:A.8.6"],
    fix: "Add a consumption Budget with this resource group as scope and an enabled notification with contacts",
    types: [RESOURCE_GROUP],
    check(group, judge, graph) {
        judge(group.at("budget"), () => {
            const budgets = graph.referrers(group, budgetOfGroup);
            if (budgets.length === 0) return "does not exist";
            return budgets.some(tellsSomeone) ? undefined : "tells nobody";
        });
    },
};

function tellsSomeone(budget: Resource): boolean {
    const notifications = budget.at("notifications");
    return notifications.keys().some((name) => isHeard(notifications.named(name)));
}

function isHeard(notification: Value): boolean {
    return notification.at("enabled").flag() === true && notification.at("contactEmails").texts().length > 0;
}
