import { workflowWatched } from "../../../policies/rules/workflow-watched.ts";
import { describeRule } from "../../support/describe-rule.ts";
import { unknown } from "../../support/run-rule.ts";

const props = { arn: "arn:it" };
const alarm = (metricName: string, StateMachineArn = "arn:it") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { StateMachineArn } },
});
const [failed, timedOut] = [alarm("ExecutionsFailed"), alarm("ExecutionsTimedOut")];
const neither = "arn: has no alarm on ExecutionsFailed and ExecutionsTimedOut";

describeRule(workflowWatched, [
    { title: "accepts both alarms", props, beside: [failed, timedOut], found: [] },
    { title: "rejects a workflow without alarms", props, found: [neither] },
    { title: "rejects one without a name and alarms", props: {}, found: [neither] },
    {
        title: "rejects one alarm without the other",
        props,
        beside: [failed],
        found: ["arn: has no alarm on ExecutionsTimedOut"],
    },
    {
        title: "rejects alarms on another workflow",
        props,
        beside: [alarm("ExecutionsFailed", "arn:else"), alarm("ExecutionsTimedOut", "arn:else")],
        found: [neither],
    },
    {
        title: "cannot decide while the workflow of an alarm is unknown",
        props,
        beside: [alarm("ExecutionsFailed", unknown)],
        found: ["dimensions.StateMachineArn is unknown"],
    },
]);
