import { pipelineTellsOfFailures } from "../../../../policies/rules/orchestration/pipeline-tells-of-failures.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { activity, alarm, props, subscription, topic } from "../../../support/pipelines.ts";
import { unknown } from "../../../support/run-rule.ts";

const heard = [topic, subscription];

describeRule(pipelineTellsOfFailures, [
    { title: "accepts activities that tell", props: props(activity(), alarm()), beside: heard, found: [] },
    {
        title: "rejects a definition without activities",
        props: props(alarm()),
        found: ["pipelineObjects: has no activity"],
    },
    { title: "rejects no objects at all", props: {}, found: ["pipelineObjects: has no activity"] },
    ...["attemptTimeout", "maximumRetries", "retryDelay", "lateAfterTimeout"].map((missing) => ({
        title: `rejects an activity without ${missing}`,
        props: props(activity({ [missing]: undefined }), alarm()),
        beside: heard,
        found: [`pipelineObjects: step has no ${missing}`],
    })),
    ...["onFail", "onLateAction"].map((missing) => ({
        title: `rejects an activity without ${missing}`,
        props: props(activity({ [missing]: undefined }), alarm()),
        beside: heard,
        found: [`pipelineObjects: step has no SnsAlarm in ${missing}`],
    })),
    {
        title: "rejects an alarm that only ends the run",
        props: props(activity(), alarm({ type: "Terminate" })),
        beside: heard,
        found: ["pipelineObjects: step has no SnsAlarm in onFail"],
    },
    {
        title: "rejects a topic of somewhere else",
        props: props(activity(), alarm({ topicArn: "arn:else" })),
        beside: heard,
        found: ["pipelineObjects: step tells no topic of this stack in onFail"],
    },
    {
        title: "rejects a topic without a subscription",
        props: props(activity(), alarm()),
        beside: [topic],
        found: ["pipelineObjects: step tells nobody in onFail"],
    },
    {
        title: "cannot decide while the objects are unknown",
        props: { pipelineObjects: unknown },
        found: ["pipelineObjects is unknown"],
    },
]);
