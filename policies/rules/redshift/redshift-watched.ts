import { ALARM, WAREHOUSE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRICS = ["ComputeCapacity", "ComputeSeconds"];

export const redshiftWatched: StackRule = {
    name: "redshift-watched",
    scope: "stack",
    why: "A warehouse at its limit delays loads and dashboards, or is switched off, and nothing else says so.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Raise an alarm each on ${METRICS.join(" and ")} of the workgroup`,
    types: [WAREHOUSE],
    check(workgroup, judge, graph) {
        judge(workgroup.at("workgroupName"), (name) => {
            const watched = graph
                .ofType(ALARM)
                .filter((alarm) => alarm.at("namespace").text() === "AWS/Redshift-Serverless")
                .filter((alarm) => alarm.at("dimensions.Workgroup").text() === name.text())
                .map((alarm) => alarm.at("metricName").text());
            const missing = METRICS.filter((metric) => !watched.includes(metric));
            return missing.length === 0 ? undefined : `has no alarm on ${missing.join(", ")}`;
        });
    },
};
