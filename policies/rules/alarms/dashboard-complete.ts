import { shownOnDashboard } from "../../checks/links/links.ts";
import { APPLICATION, FUNCTION, MODEL_ENDPOINT, QUEUE, TABLE, TOPIC } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const dashboardComplete: StackRule = {
    name: "dashboard-complete",
    scope: "stack",
    why: "What no dashboard shows is forgotten in the hour when everybody looks at the dashboard.",
    severity: "low",
    controls: ["nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: "Show a metric of it on the operations dashboard",
    types: [APPLICATION, FUNCTION, MODEL_ENDPOINT, QUEUE, TABLE, TOPIC],
    check(resource, judge, graph) {
        judge(resource.at("name"), () =>
            graph.referrers(resource, shownOnDashboard).length > 0 ? undefined : "is on no dashboard",
        );
    },
};
