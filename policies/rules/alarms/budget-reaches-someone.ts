import { subscriptionOfTopic, topicOfBudget } from "../../checks/links/links.ts";
import { BUDGET, TOPIC } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const budgetReachesSomeone: StackRule = {
    name: "budget-reaches-someone",
    scope: "stack",
    why: "A budget that tells nobody stops no cost.",
    severity: "low",
    controls: ["nist:SI-4(5)", "iso:A.8.6"],
    fix: "Name an alert topic of this stack that has a subscription in a notification of the budget",
    types: [BUDGET],
    check(budget, judge, graph) {
        judge(budget.at("notifications"), () => {
            const topics = graph.targets(budget, topicOfBudget, TOPIC);
            if (topics.length === 0) return "name no topic of this stack";
            const heard = topics.some((topic) => graph.referrers(topic, subscriptionOfTopic).length > 0);
            return heard ? undefined : "reach only topics without a subscription";
        });
    },
};
