import { pipelineWorkerWatched } from "../../../../policies/rules/orchestration/pipeline-worker-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { activity, props, alarm as told } from "../../../support/pipelines.ts";
import { unknown } from "../../../support/run-rule.ts";

const worker = (WORKER_GROUP = "workers") => ({
    type: "aws:lambda/function:Function",
    name: "work",
    props: { name: "work", environment: { variables: { WORKER_GROUP, POWERTOOLS_SERVICE_NAME: "work" } } },
});
const alarm = (metricName: string, dimensions: object, more: object = {}) => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions, ...more },
});
const breaching = { comparisonOperator: "LessThanThreshold", treatMissingData: "breaching" };
const silence = (changes: object = {}) => alarm("Invocations", { FunctionName: "work" }, { ...breaching, ...changes });
const [failed, lost] = [alarm("failed", { service: "work" }), alarm("lost", { service: "work" })];
const good = props(activity(), told());
const unheard = "pipelineObjects: waits for workers, whose silence raises no alarm";

describeRule(pipelineWorkerWatched, [
    { title: "accepts a worker that is watched", props: good, beside: [worker(), silence(), failed, lost], found: [] },
    { title: "accepts a definition that waits for nobody", props: {}, found: [] },
    {
        title: "rejects a group that nobody works for",
        props: good,
        beside: [worker("others"), silence(), failed, lost],
        found: ["pipelineObjects: waits for the worker group workers, which no function works for"],
    },
    { title: "rejects a worker without alarms", props: good, beside: [worker()], found: [unheard] },
    {
        title: "rejects an alarm that takes no data for no trouble",
        props: good,
        beside: [worker(), silence({ treatMissingData: "notBreaching" }), failed, lost],
        found: [unheard],
    },
    {
        title: "rejects an alarm on too many runs",
        props: good,
        beside: [worker(), silence({ comparisonOperator: "GreaterThanThreshold" }), failed, lost],
        found: [unheard],
    },
    {
        title: "rejects a worker whose failures nobody hears of",
        props: good,
        beside: [worker(), silence(), lost, alarm("failed", { service: "score" })],
        found: ["pipelineObjects: waits for workers, which has no alarm on failed"],
    },
    {
        title: "cannot decide while the objects are unknown",
        props: { pipelineObjects: unknown },
        found: ["pipelineObjects is unknown"],
    },
]);
