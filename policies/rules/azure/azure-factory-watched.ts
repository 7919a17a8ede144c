import { alertOfScope } from "../../checks/links/links.ts";
import { FACTORY } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const METRIC = "PipelineFailedRuns";

export const azureFactoryWatched: StackRule = {
    name: "azure-factory-watched",
    scope: "stack",
    why: "A run that fails unseen leaves the model with yesterday's sanctions list.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: `Add a MetricAlert on ${METRIC} with the factory among its scopes`,
    types: [FACTORY],
    check(factory, judge, graph) {
        judge(factory.at("alerts"), () => {
            const criteria = graph
                .referrers(factory, alertOfScope)
                .flatMap((alert) => alert.at("criteria.allOf").items());
            return criteria.some((criterion) => criterion.at("metricName").text() === METRIC)
                ? undefined
                : `include none on ${METRIC}`;
        });
    },
};
