import { subscriptionOfTopic } from "../../checks/links/links.ts";
import { definedObjects, type PipelineObject } from "../../checks/pipeline-objects.ts";
import { PIPELINE_DEFINITION, TOPIC } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { StackRule } from "../../core/rule.ts";

/** What an activity must say of its failures, besides whom it tells. */
const NEEDED = ["attemptTimeout", "maximumRetries", "retryDelay", "lateAfterTimeout"];
const TELLING = ["onFail", "onLateAction"];

export const pipelineTellsOfFailures: StackRule = {
    name: "pipeline-tells-of-failures",
    scope: "stack",
    why: "AWS Data Pipeline has no metric of failed runs: a step that tells nobody fails unheard.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Give each activity ${NEEDED.join(", ")}, and SnsAlarms on a topic with a subscription in ${TELLING.join(" and ")}`,
    types: [PIPELINE_DEFINITION],
    check(definition, judge, graph) {
        judge(definition.at("pipelineObjects"), () => {
            const objects = definedObjects(definition);
            const activities = objects.filter(({ type }) => type.endsWith("Activity"));
            if (activities.length === 0) return "has no activity";
            return activities.map((one) => faultOf(one, objects, graph)).find((fault) => fault !== undefined);
        });
    },
};

function faultOf(activity: PipelineObject, objects: readonly PipelineObject[], graph: Graph): string | undefined {
    const missing = NEEDED.filter((key) => !activity.texts.has(key));
    if (missing.length > 0) return `${activity.id} has no ${missing.join(" and no ")}`;
    for (const key of TELLING) {
        const alarm = objects.find(({ id }) => id === activity.refs.get(key));
        if (alarm?.type !== "SnsAlarm") return `${activity.id} has no SnsAlarm in ${key}`;
        const topic = graph.ofType(TOPIC).find((one) => one.at("arn").text() === alarm.texts.get("topicArn"));
        if (topic === undefined) return `${activity.id} tells no topic of this stack in ${key}`;
        if (graph.referrers(topic, subscriptionOfTopic).length === 0) return `${activity.id} tells nobody in ${key}`;
    }
    return undefined;
}
