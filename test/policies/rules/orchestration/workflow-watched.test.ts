import { workflowWatched } from "../../../../policies/rules/orchestration/workflow-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const props = { arn: "arn:it" };
const alarm = (metricName: string, StateMachineArn = "arn:it") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { StateMachineArn } },
});
const METRICS = ["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsStarted", "ExecutionsSucceeded"];
const none = "arn: has no alarm on ExecutionsFailed, ExecutionsTimedOut, ExecutionsStarted, ExecutionsSucceeded";

describeRule(workflowWatched, [
    { title: "accepts all four alarms", props, beside: METRICS.map((metric) => alarm(metric)), found: [] },
    { title: "rejects a workflow without alarms", props, found: [none] },
    { title: "rejects one without a name and alarms", props: {}, found: [none] },
    {
        title: "rejects some alarms without the others",
        props,
        beside: METRICS.slice(0, 2).map((metric) => alarm(metric)),
        found: ["arn: has no alarm on ExecutionsStarted, ExecutionsSucceeded"],
    },
    {
        title: "rejects alarms on another workflow",
        props,
        beside: METRICS.map((metric) => alarm(metric, "arn:else")),
        found: [none],
    },
    {
        title: "cannot decide while the workflow of an alarm is unknown",
        props,
        beside: [alarm("ExecutionsFailed", unknown)],
        found: ["dimensions.StateMachineArn is unknown"],
    },
]);
