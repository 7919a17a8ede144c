import { holdsDeadLetters } from "../../checks/links/dead-letters.ts";
import { QUEUE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const FOURTEEN_DAYS = 14 * 24 * 3600;
const DEFAULT_SECONDS = 4 * 24 * 3600;

export const sqsDeadLetterRetention: StackRule = {
    name: "sqs-dead-letter-retention",
    scope: "stack",
    why: "A dead letter is a transaction nobody has decided on; its age counts from when it was first sent.",
    severity: "medium",
    controls: ["nist:SI-12", "sox:404-operations-1"],
    fix: `Set messageRetentionSeconds to ${FOURTEEN_DAYS}, the longest that SQS keeps anything`,
    types: [QUEUE],
    check(queue, judge, graph) {
        judge(queue.at("messageRetentionSeconds"), (value) => {
            if (!holdsDeadLetters(queue, graph)) return undefined;
            const seconds = value.number() ?? DEFAULT_SECONDS;
            return seconds < FOURTEEN_DAYS ? `keeps dead letters for ${seconds} s, less than fourteen days` : undefined;
        });
    },
};
