import { inProduction } from "../../checks/held-to/production.ts";
import { QUEUE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Seconds: a day, in which somebody notices that nothing works on the queue. */
const LEAST = 24 * 3600;

export const sqsKeepsMessages: ResourceRule = {
    name: "sqs-keeps-messages",
    scope: "resource",
    why: "What waits for longer than its queue keeps it is gone, and nobody is told.",
    severity: "high",
    controls: ["nist:CP-10", "nist:SI-12", "sox:404-operations-3", "iso:A.5.33"],
    fix: `Set messageRetentionSeconds to ${LEAST} or more in production, or leave it out for four days`,
    types: [QUEUE],
    check(queue, judge) {
        if (!inProduction(queue)) return;
        judge(queue.at("messageRetentionSeconds"), (kept) => {
            const seconds = kept.number() ?? LEAST;
            return seconds < LEAST ? `is ${seconds} s, less than a day` : undefined;
        });
    },
};
