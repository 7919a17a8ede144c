import { alarmOfWorkflow } from "../../checks/links/links.ts";
import { STATE_MACHINE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRICS = ["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsStarted", "ExecutionsSucceeded"];

export const workflowWatched: StackRule = {
    name: "workflow-watched",
    scope: "stack",
    why: "A run that fails or never begins unheard leaves files uncollected until somebody misses them.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Raise an alarm on each of ${METRICS.join(", ")} of the state machine`,
    types: [STATE_MACHINE],
    check(machine, judge, graph) {
        judge(machine.at("arn"), () => {
            const watched = graph.referrers(machine, alarmOfWorkflow).map((alarm) => alarm.at("metricName").text());
            const missing = METRICS.filter((metric) => !watched.includes(metric));
            return missing.length === 0 ? undefined : `has no alarm on ${missing.join(", ")}`;
        });
    },
};
