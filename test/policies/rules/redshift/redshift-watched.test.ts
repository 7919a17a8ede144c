import { redshiftWatched } from "../../../../policies/rules/redshift/redshift-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (metricName: string, Workgroup: unknown = "it", namespace = "AWS/Redshift-Serverless") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, namespace, dimensions: { Workgroup } },
});
const props = { workgroupName: "it" };

describeRule(redshiftWatched, [
    { title: "accepts both alarms", props, beside: [alarm("ComputeCapacity"), alarm("ComputeSeconds")], found: [] },
    {
        title: "rejects a workgroup without alarms",
        props,
        found: ["workgroupName: has no alarm on ComputeCapacity, ComputeSeconds"],
    },
    {
        title: "rejects an alarm on another workgroup",
        props,
        beside: [alarm("ComputeCapacity"), alarm("ComputeSeconds", "else")],
        found: ["workgroupName: has no alarm on ComputeSeconds"],
    },
    {
        title: "rejects an alarm on another service",
        props,
        beside: [alarm("ComputeCapacity", "it", "AWS/Redshift"), alarm("ComputeSeconds")],
        found: ["workgroupName: has no alarm on ComputeCapacity"],
    },
    {
        title: "cannot decide while the workgroup of an alarm is unknown",
        props,
        beside: [alarm("ComputeCapacity", unknown)],
        found: ["dimensions.Workgroup is unknown"],
    },
]);
