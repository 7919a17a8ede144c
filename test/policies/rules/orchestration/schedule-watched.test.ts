import { scheduleWatched } from "../../../../policies/rules/orchestration/schedule-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const props = { groupName: "batch" };
const group = { type: "aws:scheduler/scheduleGroup:ScheduleGroup", name: "batch", props: { name: "batch" } };
const alarm = (metricName: string, ScheduleGroup = "batch") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { ScheduleGroup } },
});
const dropped = alarm("InvocationDroppedCount");
const noGroup = "groupName: is no schedule group of this stack";
const noAlarm = "groupName: has no alarm on InvocationDroppedCount";

describeRule(scheduleWatched, [
    { title: "accepts a group with its alarm", props, beside: [group, dropped], found: [] },
    { title: "rejects the group that everybody has", props: {}, beside: [group, dropped], found: [noGroup] },
    { title: "rejects an empty group", props: { groupName: "" }, beside: [group, dropped], found: [noGroup] },
    { title: "rejects a group without an alarm", props, beside: [group], found: [noAlarm] },
    {
        title: "rejects an alarm on something else",
        props,
        beside: [group, alarm("InvocationAttemptCount"), alarm("InvocationDroppedCount", "else")],
        found: [noAlarm],
    },
    {
        title: "rejects a schedule that is off",
        props: { ...props, state: "DISABLED" },
        beside: [group, dropped],
        found: ["state: is DISABLED"],
    },
    {
        title: "cannot decide while the group is unknown",
        props: { groupName: unknown },
        beside: [group, dropped],
        found: ["groupName is unknown"],
    },
]);
