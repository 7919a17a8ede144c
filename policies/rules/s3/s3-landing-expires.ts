import { takesFiles } from "../../checks/held-to/records.ts";
import { lifecycleOfBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Time to notice and repair a failed import; files as received may hold card numbers. */
const MOST_DAYS = 7;

export const s3LandingExpires: StackRule = {
    name: "s3-landing-expires",
    scope: "stack",
    why: "Files as received may hold card numbers, which must go as soon as they are read, old versions too.",
    severity: "high",
    controls: ["pci:3.2.1", "nist:SI-12", "iso:A.8.10"],
    fix: `Add an enabled lifecycle rule that expires objects and their old versions within ${MOST_DAYS} days`,
    types: [BUCKET],
    check(bucket, judge, graph) {
        if (!takesFiles(bucket)) return;
        judge(bucket.at("lifecycle"), () => {
            const rules = graph
                .referrers(bucket, lifecycleOfBucket)
                .flatMap((lifecycle) => lifecycle.at("rules").items())
                .filter((rule) => rule.at("status").text() === "Enabled" && coversAll(rule));
            if (!rules.some((rule) => soon(rule.at("expiration.days"))))
                return "does not expire what was received in time";
            const versions = rules.some((rule) => soon(rule.at("noncurrentVersionExpiration.noncurrentDays")));
            return versions ? undefined : "does not expire old versions of what was received in time";
        });
    },
};

function soon(days: Value): boolean {
    const number = days.number() ?? 0;
    return number >= 1 && number <= MOST_DAYS;
}

function coversAll(rule: Value): boolean {
    const prefix = rule.at("filter.prefix").text() ?? rule.at("prefix").text();
    const narrowed = ["and", "tag", "objectSizeGreaterThan", "objectSizeLessThan"].some(
        (key) => !rule.at(`filter.${key}`).isAbsent(),
    );
    return prefix === undefined && !narrowed;
}
