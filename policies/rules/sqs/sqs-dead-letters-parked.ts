import { holdsDeadLetters } from "../../checks/links/dead-letters.ts";
import { mappingOfSource } from "../../checks/links/links.ts";
import { QUEUE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const sqsDeadLettersParked: StackRule = {
    name: "sqs-dead-letters-parked",
    scope: "stack",
    why: "SQS forgets a dead letter after fourteen days at most, and with it a transaction.",
    severity: "high",
    controls: ["nist:SI-12", "sox:404-operations-1", "iso:A.5.33"],
    fix: "Let the function park consume the queue",
    types: [QUEUE],
    check(queue, judge, graph) {
        judge(queue.at("name"), () => {
            if (!holdsDeadLetters(queue, graph)) return undefined;
            const parked = graph.referrers(queue, mappingOfSource).length > 0;
            return parked ? undefined : "holds dead letters that no function takes away";
        });
    },
};
