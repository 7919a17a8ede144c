import { mappingOfSource, mappingToFunction } from "../../checks/links/links.ts";
import { FUNCTION, QUEUE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const TIMES = 6;
const DEFAULT_VISIBILITY = 30;
const DEFAULT_TIMEOUT = 3;

export const sqsVisibility: StackRule = {
    name: "sqs-visibility",
    scope: "stack",
    why: "A message that reappears while its function still runs is processed twice, or dies undeserved.",
    severity: "medium",
    controls: ["nist:SI-11", "sox:404-operations-1"],
    fix: `Set visibilityTimeoutSeconds to ${TIMES} times the timeout of the function that consumes the queue, or more`,
    types: [QUEUE],
    check(queue, judge, graph) {
        judge(queue.at("visibilityTimeoutSeconds"), (value) => {
            const consumers = graph
                .referrers(queue, mappingOfSource)
                .flatMap((mapping) => graph.targets(mapping, mappingToFunction, FUNCTION));
            const visibility = value.number() ?? DEFAULT_VISIBILITY;
            for (const consumer of consumers) {
                const least = TIMES * (consumer.at("timeout").number() ?? DEFAULT_TIMEOUT);
                if (visibility < least) return `is ${visibility} s, but ${consumer.name} needs ${least} s`;
            }
            return undefined;
        });
    },
};
