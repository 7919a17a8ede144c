import { azureFactoryWatched } from "../../../../policies/rules/azure/azure-factory-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alert = (scopes: unknown, ...metrics: string[]) => ({
    type: "azure-native:monitor:MetricAlert",
    name: "alert",
    props: { scopes, criteria: { allOf: metrics.map((metricName) => ({ metricName })) } },
});
const FAILED = "PipelineFailedRuns";
const props = { id: "/it" };
const NONE = `alerts: include none on ${FAILED}`;

describeRule(azureFactoryWatched, [
    { title: "accepts a factory whose failed runs are told", props, beside: [alert(["/it"], FAILED)], found: [] },
    { title: "rejects a factory without alerts", props, found: [NONE] },
    { title: "rejects an alert on something else", props, beside: [alert(["/it"], "Cpu")], found: [NONE] },
    { title: "rejects an alert without criteria", props, beside: [alert(["/it"])], found: [NONE] },
    { title: "rejects an alert of another factory", props, beside: [alert(["/else"], FAILED)], found: [NONE] },
    { title: "rejects empty scopes", props, beside: [alert([], FAILED)], found: [NONE] },
    { title: "rejects absent scopes", props, beside: [alert(undefined, FAILED)], found: [NONE] },
    {
        title: "cannot decide while the scope of an alert is unknown",
        props,
        beside: [alert([unknown], FAILED)],
        found: ["scopes[0] is unknown"],
    },
]);
