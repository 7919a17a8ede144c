import { actionsOfAlarm, subscriptionOfTopic } from "../../checks/links/links.ts";
import { ALARM, TOPIC } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const alarmReachesSomeone: StackRule = {
    name: "alarm-reaches-someone",
    scope: "stack",
    why: "An alarm that nobody hears is no alarm.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4(5)", "sox:404-operations-2", "iso:A.8.16"],
    fix: "Name an alert topic of this stack that has a subscription in alarmActions, and leave actionsEnabled on",
    types: [ALARM],
    check(alarm, judge, graph) {
        judge(alarm.at("actionsEnabled"), (on) => (on.flag() === false ? "is off" : undefined));
        judge(alarm.at("alarmActions"), () => {
            const topics = graph.targets(alarm, actionsOfAlarm, TOPIC);
            if (topics.length === 0) return "names no topic of this stack";
            const heard = topics.some((topic) => graph.referrers(topic, subscriptionOfTopic).length > 0);
            return heard ? undefined : "reaches only topics without a subscription";
        });
    },
};
