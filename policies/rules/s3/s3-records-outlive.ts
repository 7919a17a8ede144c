import { keepsRecords } from "../../checks/held-to/records.ts";
import { lifecycleOfBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** What would hide or move a record before its lock ends. */
const ENDING = ["expiration.days", "expiration.date", "noncurrentVersionExpiration.noncurrentDays"];

export const s3RecordsOutlive: StackRule = {
    name: "s3-records-outlive",
    scope: "stack",
    why: "A rule that expires records makes them vanish from every listing, though the lock keeps a version.",
    severity: "critical",
    controls: ["nist:AU-9", "nist:SI-12", "sox:802-records", "iso:A.5.33"],
    fix: "Leave expiration and transitions out of the lifecycle of a bucket that keeps records",
    types: [BUCKET],
    check(bucket, judge, graph) {
        if (!keepsRecords(bucket)) return;
        judge(bucket.at("lifecycle"), () => {
            const rules = graph
                .referrers(bucket, lifecycleOfBucket)
                .flatMap((lifecycle) => lifecycle.at("rules").items());
            const ending = rules.find(ends);
            return ending && `ends or moves records by the rule ${ending.at("id").text() ?? "without a name"}`;
        });
    },
};

function ends(rule: Value): boolean {
    const ending = ENDING.some((path) => !rule.at(path).isAbsent());
    const moving = ["transitions", "noncurrentVersionTransitions"].some((path) => rule.at(path).items().length > 0);
    return ending || moving;
}
