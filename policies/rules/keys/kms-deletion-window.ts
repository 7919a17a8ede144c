import { inProduction } from "../../checks/held-to/production.ts";
import { KEY } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** The longest that KMS offers, and its default. */
const LONGEST = 30;

export const kmsDeletionWindow: ResourceRule = {
    name: "kms-deletion-window",
    scope: "resource",
    why: "Deleting a key deletes all it encrypts: a month is time to notice.",
    severity: "high",
    controls: ["pci:3.7.5", "nist:SC-12", "sox:404-operations-3"],
    fix: `Set deletionWindowInDays to ${LONGEST} in production`,
    types: [KEY],
    check(key, judge) {
        if (!inProduction(key)) return;
        judge(key.at("deletionWindowInDays"), (value) => {
            const days = value.number() ?? LONGEST;
            return days < LONGEST ? `is ${days} days, less than ${LONGEST}` : undefined;
        });
    },
};
