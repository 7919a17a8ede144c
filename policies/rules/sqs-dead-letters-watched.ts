import { holdsDeadLetters } from "../checks/dead-letters.ts";
import { alarmOfQueue, mappingOfSource } from "../checks/links.ts";
import { QUEUE } from "../checks/types.ts";
import type { StackRule } from "../core/rule.ts";

export const sqsDeadLettersWatched: StackRule = {
    name: "sqs-dead-letters-watched",
    scope: "stack",
    why: "Dead letters that nobody reads and no alarm reports are forgotten after fourteen days.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4(5)", "sox:404-operations-2", "iso:A.8.16"],
    fix: "Let a function park the dead letters, or raise an alarm on ApproximateNumberOfMessagesVisible",
    types: [QUEUE],
    check(queue, judge, graph) {
        judge(queue.at("name"), () => {
            if (!holdsDeadLetters(queue, graph)) return undefined;
            const consumed = graph.referrers(queue, mappingOfSource).length > 0;
            const watched = consumed || graph.referrers(queue, alarmOfQueue).length > 0;
            return watched ? undefined : "holds dead letters that no function consumes and no alarm watches";
        });
    },
};
