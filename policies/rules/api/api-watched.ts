import { alarmOfApi } from "../../checks/links/links.ts";
import { API } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRICS = ["4xx", "5xx", "Latency"];

export const apiWatched: StackRule = {
    name: "api-watched",
    scope: "stack",
    why: "Whoever tries tokens at the door must be noticed before one fits.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "nist:SI-4(5)", "iso:A.8.16"],
    fix: `Raise an alarm each on ${METRICS.join(", ")} of the API`,
    types: [API],
    check(api, judge, graph) {
        judge(api.at("id"), () => {
            const watched = graph.referrers(api, alarmOfApi).map((alarm) => alarm.at("metricName").text());
            const missing = METRICS.filter((metric) => !watched.includes(metric));
            return missing.length === 0 ? undefined : `has no alarm on ${missing.join(", ")}`;
        });
    },
};
