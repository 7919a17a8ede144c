import {
    alarmOfEndpoint,
    comparisonOfEndpoint,
    configurationOfEndpoint,
    isServerless,
    variantsOf,
} from "../../checks/links/model-links.ts";
import { ENDPOINT_CONFIGURATION, MODEL_ENDPOINT } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

/** What the alarms read; one with two metrics compares them. */
const ALWAYS = [
    "Invocation4XXErrors",
    "Invocation5XXErrors",
    "Invocations with scored",
    "MemoryUtilization",
    "ModelLatency",
];
const OF_MACHINES = [
    "CPUUtilization",
    "DiskUtilization",
    "Invocations with InvocationsPerInstance",
    "InvocationsPerInstance",
    "OverheadLatency",
];
const WITHOUT_MACHINES = ["ServerlessConcurrentExecutionsUtilization"];

export const sagemakerWatched: StackRule = {
    name: "sagemaker-watched",
    scope: "stack",
    why: "While the endpoint fails, is slow or full, the rules decide alone, and nobody notices by the verdicts.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: "Raise alarms on the metrics that the finding names, of the endpoint and its variant",
    types: [MODEL_ENDPOINT],
    check(endpoint, judge, graph) {
        judge(endpoint.at("name"), () => {
            const configurations = graph.targets(endpoint, configurationOfEndpoint, ENDPOINT_CONFIGURATION);
            const serverless = configurations.flatMap(variantsOf).some(isServerless);
            const read = [
                ...graph.referrers(endpoint, alarmOfEndpoint).map((alarm) => alarm.at("metricName").text()),
                ...graph.referrers(endpoint, comparisonOfEndpoint).map(compared),
            ];
            const missing = [...ALWAYS, ...(serverless ? WITHOUT_MACHINES : OF_MACHINES)].filter(
                (metrics) => !read.includes(metrics),
            );
            return missing.length === 0 ? undefined : `has no alarm on ${missing.join(", ")}`;
        });
    },
};

function compared(alarm: Resource): string {
    const queries = alarm.at("metricQueries").items();
    const metrics = queries.flatMap((query) => query.at("metric.metricName").text() ?? []);
    return metrics.sort().join(" with ");
}
