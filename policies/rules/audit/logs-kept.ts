import { inProduction } from "../../checks/held-to/production.ts";
import { LOG_GROUP } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const PRODUCTION_DAYS = 365;
const ELSEWHERE_DAYS = 7;

export const logsKept: ResourceRule = {
    name: "logs-kept",
    scope: "resource",
    why: "An investigation needs a year of logs, and logs without an end pile up what should be deleted.",
    severity: "medium",
    controls: ["pci:10.5.1", "nist:AU-11", "iso:A.8.15"],
    fix: `Set retentionInDays to ${PRODUCTION_DAYS} or more in production, ${ELSEWHERE_DAYS} or more in dev and local`,
    types: [LOG_GROUP],
    check(group, judge) {
        judge(group.at("logGroupClass"), (kind) =>
            kind.text() === "DELIVERY" ? "is DELIVERY, which keeps a log for a day" : undefined,
        );
        const least = inProduction(group) ? PRODUCTION_DAYS : ELSEWHERE_DAYS;
        judge(group.at("retentionInDays"), (value) => {
            const days = value.number();
            if (days === undefined || days === 0) return "is not set";
            return days < least ? `is ${days} days, less than ${least}` : undefined;
        });
    },
};
