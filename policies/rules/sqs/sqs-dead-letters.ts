import { holdsDeadLetters } from "../../checks/links/dead-letters.ts";
import { deadLettersOf } from "../../checks/links/links.ts";
import { QUEUE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** AWS advises five or more for Lambda, whose throttled receives count too. */
const FEWEST = 5;
const MOST = 20;

export const sqsDeadLetters: StackRule = {
    name: "sqs-dead-letters",
    scope: "stack",
    why: "A message that no function can handle blocks its queue, or is lost, unless it moves to dead letters.",
    severity: "high",
    controls: ["nist:SI-11", "sox:404-operations-1", "iso:A.8.16"],
    fix: `Set redrivePolicy with a queue of this stack as deadLetterTargetArn and a maxReceiveCount of ${FEWEST} to ${MOST}`,
    types: [QUEUE],
    check(queue, judge, graph) {
        if (holdsDeadLetters(queue, graph)) return;
        const redrive = queue.at("redrivePolicy");
        judge(redrive, () =>
            graph.targets(queue, deadLettersOf, QUEUE).length > 0
                ? undefined
                : "names no dead-letter queue of this stack",
        );
        judge(redrive, () => {
            if (redrive.isAbsent()) return undefined;
            const receives = redrive.json().at("maxReceiveCount").number();
            if (receives === undefined) return "does not limit the deliveries of a message";
            const sane = receives >= FEWEST && receives <= MOST;
            return sane ? undefined : `gives up after ${receives} deliveries, outside of ${FEWEST} to ${MOST}`;
        });
    },
};
