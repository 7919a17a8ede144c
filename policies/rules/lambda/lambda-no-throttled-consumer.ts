import { mappingToFunction } from "../../checks/links/links.ts";
import { FUNCTION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const lambdaNoThrottledConsumer: StackRule = {
    name: "lambda-no-throttled-consumer",
    scope: "stack",
    why: "Reserved concurrency throttles the pollers of a queue, and their receives push good messages to the dead letters.",
    severity: "medium",
    controls: ["nist:SC-5", "sox:404-operations-1"],
    fix: "Remove reservedConcurrentExecutions and limit the event source by scalingConfig.maximumConcurrency",
    types: [FUNCTION],
    check(fn, judge, graph) {
        judge(fn.at("reservedConcurrentExecutions"), (value) => {
            const reserved = value.number() ?? -1;
            if (reserved < 0) return undefined;
            const most = graph
                .referrers(fn, mappingToFunction)
                .map((mapping) => mapping.at("scalingConfig.maximumConcurrency").number() ?? Number.POSITIVE_INFINITY)
                .reduce((sum, copies) => sum + copies, 0);
            return reserved < most ? `is ${reserved}, below what its queues may start` : undefined;
        });
    },
};
