import { alarmOfTable } from "../../checks/links/links.ts";
import { TABLE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRICS = ["ReadThrottleEvents", "WriteThrottleEvents", "SystemErrors"];

export const dynamodbWatched: StackRule = {
    name: "dynamodb-watched",
    scope: "stack",
    why: "A table that turns requests away slows every verdict, and nothing fails.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Raise alarms on ${METRICS.join(", ")} of the table`,
    types: [TABLE],
    check(table, judge, graph) {
        judge(table.at("name"), () => {
            const queries = graph.referrers(table, alarmOfTable).flatMap((alarm) => alarm.at("metricQueries").items());
            const watched = queries.map((query) => query.at("metric.metricName").text());
            const missing = METRICS.filter((metric) => !watched.includes(metric));
            return missing.length === 0 ? undefined : `has no alarm on ${missing.join(", ")}`;
        });
    },
};
