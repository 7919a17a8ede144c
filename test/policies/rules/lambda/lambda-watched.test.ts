import { lambdaWatched } from "../../../../policies/rules/lambda/lambda-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (metricName: string, FunctionName = "it") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { FunctionName } },
});

describeRule(lambdaWatched, [
    {
        title: "accepts all three alarms",
        props: { name: "it" },
        beside: [alarm("Errors"), alarm("Throttles"), alarm("Duration")],
        found: [],
    },
    {
        title: "rejects a function without alarms",
        props: { name: "it" },
        found: ["name: has no alarm on Errors, Throttles, Duration"],
    },
    {
        title: "rejects one alarm without the others",
        props: { name: "it" },
        beside: [alarm("Errors")],
        found: ["name: has no alarm on Throttles, Duration"],
    },
    {
        title: "rejects alarms on another function",
        props: { name: "it" },
        beside: [alarm("Errors"), alarm("Throttles", "else"), alarm("Duration")],
        found: ["name: has no alarm on Throttles"],
    },
    {
        title: "cannot decide while the function of an alarm is unknown",
        props: { name: "it" },
        beside: [alarm("Errors", unknown)],
        found: ["dimensions.FunctionName is unknown"],
    },
]);
