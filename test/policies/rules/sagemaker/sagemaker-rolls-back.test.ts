import { sagemakerRollsBack } from "../../../../policies/rules/sagemaker/sagemaker-rolls-back.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const deployment = (waitIntervalInSeconds: unknown, alarms: unknown) => ({
    deploymentConfig: {
        blueGreenUpdatePolicy: { trafficRoutingConfiguration: { waitIntervalInSeconds } },
        autoRollbackConfiguration: { alarms },
    },
});
const alarm = { type: "aws:cloudwatch/metricAlarm:MetricAlarm", name: "alarm", props: { name: "failing" } };
const failing = [{ alarmName: "failing" }];
const ROUTING = "deploymentConfig.blueGreenUpdatePolicy.trafficRoutingConfiguration";
const HASTY = `${ROUTING}.waitIntervalInSeconds: leaves the alarms no time`;
const BLIND = "deploymentConfig.autoRollbackConfiguration.alarms: names no alarm of this stack";

describeRule(sagemakerRollsBack, [
    { title: "accepts a wait and an alarm", props: deployment(600, failing), beside: [alarm], found: [] },
    { title: "rejects an endpoint without either", props: {}, beside: [alarm], found: [HASTY, BLIND] },
    { title: "rejects no wait", props: deployment(0, failing), beside: [alarm], found: [HASTY] },
    { title: "rejects an empty list of alarms", props: deployment(600, []), beside: [alarm], found: [BLIND] },
    {
        title: "rejects an alarm that is not there",
        props: deployment(600, [{ alarmName: "else" }]),
        beside: [alarm],
        found: [BLIND],
    },
    {
        title: "cannot decide while the wait is unknown",
        props: deployment(unknown, failing),
        beside: [alarm],
        found: [`${ROUTING}.waitIntervalInSeconds is unknown`],
    },
]);
