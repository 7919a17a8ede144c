import { holdsDeadLetters } from "../../checks/links/dead-letters.ts";
import { mappingOfSource } from "../../checks/links/links.ts";
import { QUEUE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const sqsConsumed: StackRule = {
    name: "sqs-consumed",
    scope: "stack",
    why: "Transactions in a queue that nobody works on are never screened or scored.",
    severity: "high",
    controls: ["sox:404-operations-1", "iso:A.8.16"],
    fix: "Add an EventSourceMapping from the queue to the function that works on it, or remove the queue",
    types: [QUEUE],
    check(queue, judge, graph) {
        judge(queue.at("name"), () => {
            if (holdsDeadLetters(queue, graph)) return undefined;
            return graph.referrers(queue, mappingOfSource).length > 0 ? undefined : "has no function that works on it";
        });
    },
};
