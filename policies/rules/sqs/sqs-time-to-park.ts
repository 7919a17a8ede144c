import { deadLettersOf } from "../../checks/links/links.ts";
import { QUEUE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const DAY = 24 * 3600;
const DEFAULT_SECONDS = 4 * DAY;

export const sqsTimeToPark: StackRule = {
    name: "sqs-time-to-park",
    scope: "stack",
    why: "A dead letter's age counts from its first queue: one kept there too long dies on arrival.",
    severity: "medium",
    controls: ["nist:SI-12", "sox:404-operations-1"],
    fix: "Set messageRetentionSeconds at least a day below that of its dead-letter queue",
    types: [QUEUE],
    check(queue, judge, graph) {
        judge(queue.at("messageRetentionSeconds"), (value) => {
            const kept = value.number() ?? DEFAULT_SECONDS;
            for (const dead of graph.targets(queue, deadLettersOf, QUEUE)) {
                const left = (dead.at("messageRetentionSeconds").number() ?? DEFAULT_SECONDS) - kept;
                if (left < DAY) return `is ${kept} s, which leaves ${dead.name} less than a day`;
            }
            return undefined;
        });
    },
};
