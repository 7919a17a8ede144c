import { sagemakerWatched } from "../../../../policies/rules/sagemaker/sagemaker-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const on = (metricName: string, EndpointName = "it") => ({
    type: ALARM,
    name: metricName,
    props: { metricName, dimensions: { EndpointName } },
});
const comparing = (other: string, EndpointName = "it") => ({
    type: ALARM,
    name: `with-${other}`,
    props: {
        metricQueries: [
            { expression: "a / b" },
            { metric: { metricName: other, dimensions: {} } },
            { metric: { metricName: "Invocations", dimensions: { EndpointName } } },
        ],
    },
});
const always = [
    ...["Invocation4XXErrors", "Invocation5XXErrors", "MemoryUtilization", "ModelLatency"].map((metric) => on(metric)),
    comparing("scored"),
];
const ofMachines = [
    ...["CPUUtilization", "DiskUtilization", "InvocationsPerInstance", "OverheadLatency"].map((metric) => on(metric)),
    comparing("InvocationsPerInstance"),
];
const serverless = {
    type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    name: "configuration",
    props: { name: "configuration", productionVariants: [{ serverlessConfig: { maxConcurrency: 1 } }] },
};
const props = { name: "it", endpointConfigName: "configuration" };
const FIRST =
    "Invocation4XXErrors, Invocation5XXErrors, Invocations with scored, MemoryUtilization, ModelLatency, " +
    "CPUUtilization, DiskUtilization, Invocations with InvocationsPerInstance, InvocationsPerInstance, OverheadLatency";
const NONE = `name: has no alarm on ${FIRST}`;

describeRule(sagemakerWatched, [
    { title: "accepts machines with all alarms", props, beside: [...always, ...ofMachines], found: [] },
    { title: "rejects an endpoint without alarms", props, found: [NONE] },
    {
        title: "rejects one that nobody compares with the verdicts",
        props,
        beside: [...always.slice(0, -1), ...ofMachines],
        found: ["name: has no alarm on Invocations with scored"],
    },
    {
        title: "accepts a serverless one, which has no machines",
        props,
        beside: [serverless, ...always, on("ServerlessConcurrentExecutionsUtilization")],
        found: [],
    },
    {
        title: "rejects a serverless one of which nobody knows how full it is",
        props,
        beside: [serverless, ...always],
        found: ["name: has no alarm on ServerlessConcurrentExecutionsUtilization"],
    },
    {
        title: "rejects alarms of another endpoint",
        props,
        beside: [on("ModelLatency", "else"), comparing("scored", "else")],
        found: [NONE],
    },
    { title: "rejects an alarm of an empty name", props, beside: [on("ModelLatency", "")], found: [NONE] },
    {
        title: "cannot decide while the endpoint of an alarm is unknown",
        props,
        beside: [on("ModelLatency", unknown)],
        found: ["dimensions.EndpointName is unknown"],
    },
]);
