import { holdsDeadLetters } from "../../checks/links/dead-letters.ts";
import { alarmOfQueue } from "../../checks/links/links.ts";
import { QUEUE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRICS = ["NumberOfMessagesReceived", "ApproximateNumberOfMessagesVisible"];

export const sqsDeadLettersAlarmed: StackRule = {
    name: "sqs-dead-letters-alarmed",
    scope: "stack",
    why: "A transaction that no function could handle needs a person, both when it arrives and when nobody takes it.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4(5)", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Raise an alarm on ${METRICS.join(" and one on ")} of the queue`,
    types: [QUEUE],
    check(queue, judge, graph) {
        judge(queue.at("name"), () => {
            if (!holdsDeadLetters(queue, graph)) return undefined;
            const watched = graph.referrers(queue, alarmOfQueue).map((alarm) => alarm.at("metricName").text());
            const missing = METRICS.filter((metric) => !watched.includes(metric));
            return missing.length === 0 ? undefined : `holds dead letters without an alarm on ${missing.join(" and ")}`;
        });
    },
};
