import { isThePlatform } from "../../checks/held-to/of-the-platform.ts";
import { unwatched } from "../../checks/links/function-metrics.ts";
import { APPLICATION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** What the step that reads profiles counts of them. */
const COUNTED = ["profileAgeHours", "profilesUnreadable"];

export const profilesFresh: StackRule = {
    name: "profiles-fresh",
    scope: "stack",
    why: "Old or unreadable profiles fail nothing: amounts far above the usual just go unseen.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2"],
    fix: `Raise an alarm each on ${COUNTED.join(" and ")} of the service score`,
    types: [APPLICATION],
    check(application, judge, graph) {
        if (!isThePlatform(graph)) return;
        judge(application.at("freshness"), () => {
            const missing = unwatched(graph, "score", COUNTED);
            return missing.length === 0 ? undefined : `is watched by no alarm on ${missing.join(", ")}`;
        });
    },
};
