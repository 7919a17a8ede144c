import { dashboardsIn } from "../../checks/links/dashboards.ts";
import { ALARM, CLOUDFORMATION_STACK } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const quicksightDashboardWatched: StackRule = {
    name: "quicksight-dashboard-watched",
    scope: "stack",
    why: "Officers who see holes instead of figures wait for somebody who does not know of them.",
    severity: "low",
    controls: ["nist:SI-4", "iso:A.8.16"],
    fix: "Raise an alarm on VisualLoadErrorCount with the DashboardId",
    types: [CLOUDFORMATION_STACK],
    check(stack, judge, graph) {
        for (const dashboard of dashboardsIn(stack.at("templateBody"))) {
            judge(dashboard.at("DashboardId"), (id) => {
                const watched = graph
                    .ofType(ALARM)
                    .filter((alarm) => alarm.at("metricName").text() === "VisualLoadErrorCount")
                    .some((alarm) => alarm.at("dimensions.DashboardId").text() === id.text());
                return watched ? undefined : "is of a dashboard whose tiles may fail unheard";
            });
        }
    },
};
