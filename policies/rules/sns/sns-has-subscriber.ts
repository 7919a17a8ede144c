import { subscriptionOfTopic } from "../../checks/links/links.ts";
import { TOPIC } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const snsHasSubscriber: StackRule = {
    name: "sns-has-subscriber",
    scope: "stack",
    why: "An alert about fraud that reaches nobody stops no fraud.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4(5)", "sox:404-operations-2"],
    fix: "Name at least one receiver of the topic in the stack's alertSubscriptions",
    types: [TOPIC],
    check(topic, judge, graph) {
        judge(topic.at("name"), () =>
            graph.referrers(topic, subscriptionOfTopic).length > 0 ? undefined : "has no subscription",
        );
    },
};
