import { alarmOfScheduleGroup, groupOfSchedule } from "../../checks/links/links.ts";
import { SCHEDULE, SCHEDULE_GROUP } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const scheduleWatched: StackRule = {
    name: "schedule-watched",
    scope: "stack",
    why: "A start that is dropped leaves no failed run behind, so only its own alarm tells.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: "Leave the schedule enabled, in a group of this stack with an alarm on InvocationDroppedCount",
    types: [SCHEDULE],
    check(schedule, judge, graph) {
        judge(schedule.at("state"), (state) => (state.text() === "DISABLED" ? "is DISABLED" : undefined));
        judge(schedule.at("groupName"), () => {
            const groups = graph.targets(schedule, groupOfSchedule, SCHEDULE_GROUP);
            if (groups.length === 0) return "is no schedule group of this stack";
            const alarms = groups.flatMap((group) => graph.referrers(group, alarmOfScheduleGroup));
            const told = alarms.some((alarm) => alarm.at("metricName").text() === "InvocationDroppedCount");
            return told ? undefined : "has no alarm on InvocationDroppedCount";
        });
    },
};
