import { snsHasSubscriber } from "../../../../policies/rules/sns/sns-has-subscriber.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const SUBSCRIPTION = {
    type: "aws:sns/topicSubscription:TopicSubscription",
    name: "subscription",
    props: { topic: "arn:it", protocol: "email" },
};

describeRule(snsHasSubscriber, [
    { title: "accepts a topic with a receiver", props: { arn: "arn:it" }, beside: [SUBSCRIPTION], found: [] },
    { title: "rejects a topic without one", props: { arn: "arn:it" }, found: ["name: has no subscription"] },
    {
        title: "rejects the receiver of another topic",
        props: { arn: "arn:it" },
        beside: [{ ...SUBSCRIPTION, props: { topic: "arn:else" } }],
        found: ["name: has no subscription"],
    },
    {
        title: "cannot decide while the topic of a receiver is unknown",
        props: { arn: "arn:it" },
        beside: [{ ...SUBSCRIPTION, props: { topic: unknown } }],
        found: ["topic is unknown"],
    },
]);
