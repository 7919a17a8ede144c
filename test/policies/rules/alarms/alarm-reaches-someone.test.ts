import { alarmReachesSomeone } from "../../../../policies/rules/alarms/alarm-reaches-someone.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const TOPIC = { type: "aws:sns/topic:Topic", name: "topic", props: { arn: "arn:topic" } };
const SUBSCRIPTION = {
    type: "aws:sns/topicSubscription:TopicSubscription",
    name: "subscription",
    props: { topic: "arn:topic", protocol: "email" },
};
const NOWHERE = "alarmActions: names no topic of this stack";

describeRule(alarmReachesSomeone, [
    {
        title: "accepts an alarm that somebody hears",
        props: { alarmActions: ["arn:topic"] },
        beside: [TOPIC, SUBSCRIPTION],
        found: [],
    },
    { title: "rejects an alarm without actions", props: {}, beside: [TOPIC, SUBSCRIPTION], found: [NOWHERE] },
    { title: "rejects empty actions", props: { alarmActions: [] }, beside: [TOPIC, SUBSCRIPTION], found: [NOWHERE] },
    {
        title: "rejects a topic of another stack",
        props: { alarmActions: ["arn:else"] },
        beside: [TOPIC, SUBSCRIPTION],
        found: [NOWHERE],
    },
    {
        title: "rejects a topic that nobody hears",
        props: { alarmActions: ["arn:topic"] },
        beside: [TOPIC],
        found: ["alarmActions: reaches only topics without a subscription"],
    },
    {
        title: "rejects an alarm that is off",
        props: { alarmActions: ["arn:topic"], actionsEnabled: false },
        beside: [TOPIC, SUBSCRIPTION],
        found: ["actionsEnabled: is off"],
    },
    {
        title: "goes by what the actions were made from while they are unknown",
        props: { alarmActions: unknown },
        madeFrom: { alarmActions: "topic" },
        beside: [TOPIC, SUBSCRIPTION],
        found: [],
    },
    {
        title: "cannot decide while the actions are unknown",
        props: { alarmActions: [unknown] },
        beside: [TOPIC, SUBSCRIPTION],
        found: ["alarmActions[0] is unknown"],
    },
]);
