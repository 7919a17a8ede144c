import { alarmOfTopic } from "../../checks/links/links.ts";
import { TOPIC } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRIC = "NumberOfNotificationsFailed";

export const snsDeliveryWatched: StackRule = {
    name: "sns-delivery-watched",
    scope: "stack",
    why: "SNS gives up on a receiver that does not answer, and the alert is gone.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4(5)", "sox:404-operations-2"],
    fix: `Raise an alarm on ${METRIC} of the topic`,
    types: [TOPIC],
    check(topic, judge, graph) {
        judge(topic.at("name"), () => {
            const watched = graph.referrers(topic, alarmOfTopic).map((alarm) => alarm.at("metricName").text());
            return watched.includes(METRIC) ? undefined : `has no alarm on ${METRIC}`;
        });
    },
};
