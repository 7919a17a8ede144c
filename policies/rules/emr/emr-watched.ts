import { alarmOfApplication } from "../../checks/links/links.ts";
import { APPLICATION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRICS = ["FailedJobs", "CPUAllocated"];

export const emrWatched: StackRule = {
    name: "emr-watched",
    scope: "stack",
    why: "A job over the history that fails, or never ends, leaves profiles to grow old unseen.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Raise an alarm each on ${METRICS.join(" and ")} of the application`,
    types: [APPLICATION],
    check(application, judge, graph) {
        judge(application.at("name"), () => {
            const alarms = graph.referrers(application, alarmOfApplication);
            const watched = alarms.map((alarm) => alarm.at("metricName").text());
            const missing = METRICS.filter((metric) => !watched.includes(metric));
            return missing.length === 0 ? undefined : `has no alarm on ${missing.join(", ")}`;
        });
    },
};
