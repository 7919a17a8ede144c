import { budgetReachesSomeone } from "../../../../policies/rules/alarms/budget-reaches-someone.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const TOPIC = { type: "aws:sns/topic:Topic", name: "topic", props: { arn: "arn:topic" } };
const SUBSCRIPTION = {
    type: "aws:sns/topicSubscription:TopicSubscription",
    name: "subscription",
    props: { topic: "arn:topic", protocol: "email" },
};
const to = (...subscriberSnsTopicArns: string[]) => ({ notifications: [{ subscriberSnsTopicArns }] });
const NOWHERE = "notifications: name no topic of this stack";

describeRule(budgetReachesSomeone, [
    {
        title: "accepts a budget that somebody hears of",
        props: to("arn:topic"),
        beside: [TOPIC, SUBSCRIPTION],
        found: [],
    },
    { title: "rejects a budget without notifications", props: {}, beside: [TOPIC, SUBSCRIPTION], found: [NOWHERE] },
    {
        title: "rejects empty notifications",
        props: { notifications: [] },
        beside: [TOPIC, SUBSCRIPTION],
        found: [NOWHERE],
    },
    {
        title: "rejects a notification without subscribers",
        props: to(),
        beside: [TOPIC, SUBSCRIPTION],
        found: [NOWHERE],
    },
    {
        title: "rejects a topic that nobody hears",
        props: to("arn:topic"),
        beside: [TOPIC],
        found: ["notifications: reach only topics without a subscription"],
    },
    {
        title: "goes by what the notifications were made from while they are unknown",
        props: { notifications: unknown },
        madeFrom: { notifications: "topic" },
        beside: [TOPIC, SUBSCRIPTION],
        found: [],
    },
    {
        title: "cannot decide while the topic is unknown",
        props: to(unknown),
        beside: [TOPIC, SUBSCRIPTION],
        found: ["notifications[0].subscriberSnsTopicArns[0] is unknown"],
    },
]);
