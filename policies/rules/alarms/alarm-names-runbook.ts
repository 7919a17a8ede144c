import { ALARM, METRIC_ALERT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const RUNBOOK = /(^|\s)docs\/runbooks\/[a-z-]+\.md$/;

export const alarmNamesRunbook: ResourceRule = {
    name: "alarm-names-runbook",
    scope: "resource",
    why: "Whoever an alarm wakes at night needs to know what it means and where to look first.",
    severity: "medium",
    controls: ["pci:10.7.2", "pci:12.10.5", "nist:SI-4(5)", "sox:404-operations-2", "iso:A.8.16"],
    fix: "End the alarm's description with its runbook, such as docs/runbooks/queue-oldest.md",
    types: [ALARM, METRIC_ALERT],
    check(alarm, judge) {
        judge(alarm.at(alarm.type === ALARM ? "alarmDescription" : "description"), (description) =>
            RUNBOOK.test(description.text() ?? "") ? undefined : "names no runbook",
        );
    },
};
