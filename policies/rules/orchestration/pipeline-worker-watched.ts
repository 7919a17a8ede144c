import { definedObjects } from "../../checks/pipeline-objects.ts";
import { ALARM, FUNCTION, PIPELINE_DEFINITION } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

/** What the worker counts by itself and somebody must hear of. */
const COUNTED = ["failed", "lost"];

export const pipelineWorkerWatched: StackRule = {
    name: "pipeline-worker-watched",
    scope: "stack",
    why: "Steps of a pipeline wait for a worker: when it stands still nothing fails, and nothing runs.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Run a function with that WORKER_GROUP, with an alarm on its silence and alarms on ${COUNTED.join(" and ")}`,
    types: [PIPELINE_DEFINITION],
    check(definition, judge, graph) {
        judge(definition.at("pipelineObjects"), () => {
            const groups = definedObjects(definition).flatMap(({ texts }) => texts.get("workerGroup") ?? []);
            return [...new Set(groups)].map((group) => faultOf(group, graph)).find((fault) => fault !== undefined);
        });
    },
};

function faultOf(group: string, graph: Graph): string | undefined {
    const worker = graph.ofType(FUNCTION).find((fn) => fn.at("environment.variables.WORKER_GROUP").text() === group);
    if (worker === undefined) return `waits for the worker group ${group}, which no function works for`;
    const alarms = graph.ofType(ALARM);
    if (!alarms.some((alarm) => hearsSilenceOf(worker, alarm)))
        return `waits for ${group}, whose silence raises no alarm`;
    const service = worker.at("environment.variables.POWERTOOLS_SERVICE_NAME").text();
    const unheard = COUNTED.filter(
        (metric) =>
            !alarms.some(
                (alarm) =>
                    alarm.at("metricName").text() === metric && alarm.at("dimensions.service").text() === service,
            ),
    );
    return unheard.length === 0 ? undefined : `waits for ${group}, which has no alarm on ${unheard.join(" and ")}`;
}

function hearsSilenceOf(worker: Resource, alarm: Resource): boolean {
    return (
        alarm.at("metricName").text() === "Invocations" &&
        alarm.at("dimensions.FunctionName").text() === worker.at("name").text() &&
        alarm.at("comparisonOperator").text() === "LessThanThreshold" &&
        alarm.at("treatMissingData").text() === "breaching"
    );
}
