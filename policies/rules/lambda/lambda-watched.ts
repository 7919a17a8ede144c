import { alarmOfFunction } from "../../checks/links/links.ts";
import { FUNCTION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRICS = ["Errors", "Throttles", "Duration"];

export const lambdaWatched: StackRule = {
    name: "lambda-watched",
    scope: "stack",
    why: "A function that fails, is turned away or runs out of time delays every transaction behind it.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Raise an alarm each on ${METRICS.join(", ")} of the function`,
    types: [FUNCTION],
    check(fn, judge, graph) {
        judge(fn.at("name"), () => {
            const watched = graph.referrers(fn, alarmOfFunction).map((alarm) => alarm.at("metricName").text());
            const missing = METRICS.filter((metric) => !watched.includes(metric));
            return missing.length === 0 ? undefined : `has no alarm on ${missing.join(", ")}`;
        });
    },
};
