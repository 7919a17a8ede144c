import { inProduction } from "../../checks/held-to/production.ts";
import { keepsRecords } from "../../checks/held-to/records.ts";
import { lockOfBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

/** Seven years without their leap days, so that any way of counting them passes. */
const SEVEN_YEARS = 7 * 365;

export const s3RecordsLocked: StackRule = {
    name: "s3-records-locked",
    scope: "stack",
    why: "Regulators rely on records that nobody, not even an administrator, could change.",
    severity: "critical",
    controls: ["nist:AU-9", "nist:SC-28", "nist:SI-12", "sox:802-records", "iso:A.5.33"],
    fix: `Create the bucket with objectLockEnabled and a default retention: COMPLIANCE and ${SEVEN_YEARS} days or more in production`,
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("objectLockEnabled"), (locked) => {
            if (!keepsRecords(bucket)) return undefined;
            return locked.flag() === true ? undefined : "is off for a bucket that keeps records";
        });
        judge(bucket.at("objectLockConfiguration"), () => {
            if (!keepsRecords(bucket)) return undefined;
            const locks = graph.referrers(bucket, lockOfBucket);
            if (locks.length === 0) return "has no default retention";
            return locks.map((lock) => shortcoming(lock, inProduction(bucket))).find((what) => what !== undefined);
        });
    },
};

function shortcoming(lock: Resource, production: boolean): string | undefined {
    const retention = lock.at("rule.defaultRetention");
    const days = (retention.at("days").number() ?? 0) + 365 * (retention.at("years").number() ?? 0);
    if (days < 1) return "has no default retention";
    if (!production) return undefined;
    if (retention.at("mode").text() !== "COMPLIANCE") return "can be lifted, since its mode is not COMPLIANCE";
    return days < SEVEN_YEARS ? `keeps records for ${days} days, less than seven years` : undefined;
}
