import { groupsOfAlert } from "../../checks/links/links.ts";
import { ACTION_GROUP, METRIC_ALERT } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

export const azureAlertReachesSomeone: StackRule = {
    name: "azure-alert-reaches-someone",
    scope: "stack",
    why: "An alert that nobody hears is no alert.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4(5)", "sox:404-operations-2", "iso:A.8.16"],
    fix: "Enable the alert and name an enabled action group of this stack that has an e-mail receiver in its actions",
    types: [METRIC_ALERT],
    check(alert, judge, graph) {
        judge(alert.at("enabled"), (on) => (on.flag() === true ? undefined : "is off"));
        judge(alert.at("actions"), () => {
            const groups = graph.targets(alert, groupsOfAlert, ACTION_GROUP);
            if (groups.length === 0) return "names no action group of this stack";
            return groups.some(reachesSomeone) ? undefined : "reaches only action groups that tell nobody";
        });
    },
};

function reachesSomeone(group: Resource): boolean {
    return group.at("enabled").flag() === true && group.at("emailReceivers").items().length > 0;
}
