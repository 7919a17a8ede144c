import { snsDeliveryWatched } from "../../../../policies/rules/sns/sns-delivery-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (metricName: string, dimensions: unknown = { TopicName: "it" }) => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: "alarm",
    props: { metricName, dimensions },
});
const FAILED = "NumberOfNotificationsFailed";
const props = { name: "it" };
const NONE = `name: has no alarm on ${FAILED}`;

describeRule(snsDeliveryWatched, [
    { title: "accepts a topic whose deliveries are watched", props, beside: [alarm(FAILED)], found: [] },
    { title: "rejects a topic without an alarm", props, found: [NONE] },
    { title: "rejects an alarm on something else", props, beside: [alarm("PublishSize")], found: [NONE] },
    {
        title: "rejects an alarm of another topic",
        props,
        beside: [alarm(FAILED, { TopicName: "else" })],
        found: [NONE],
    },
    { title: "rejects an alarm without dimensions", props, beside: [alarm(FAILED, {})], found: [NONE] },
    {
        title: "cannot decide while the topic of an alarm is unknown",
        props,
        beside: [alarm(FAILED, { TopicName: unknown })],
        found: ["dimensions.TopicName is unknown"],
    },
]);
