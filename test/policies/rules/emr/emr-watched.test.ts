import { emrWatched } from "../../../../policies/rules/emr/emr-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (metricName: string, ApplicationId = "it") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { ApplicationId } },
});

describeRule(emrWatched, [
    {
        title: "accepts both alarms",
        props: { name: "it" },
        beside: [alarm("FailedJobs"), alarm("CPUAllocated")],
        found: [],
    },
    {
        title: "rejects an application without alarms",
        props: { name: "it" },
        found: ["name: has no alarm on FailedJobs, CPUAllocated"],
    },
    {
        title: "rejects an alarm on another application",
        props: { name: "it" },
        beside: [alarm("FailedJobs", "else"), alarm("CPUAllocated")],
        found: ["name: has no alarm on FailedJobs"],
    },
    {
        title: "cannot decide while the application of an alarm is unknown",
        props: { name: "it" },
        beside: [alarm("FailedJobs", unknown)],
        found: ["dimensions.ApplicationId is unknown"],
    },
]);
