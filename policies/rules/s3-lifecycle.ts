import { lifecycleOfBucket } from "../checks/links.ts";
import { keepsRecords } from "../checks/records.ts";
import { BUCKET } from "../checks/types.ts";
import type { StackRule } from "../core/rule.ts";

export const s3Lifecycle: StackRule = {
    name: "s3-lifecycle",
    scope: "stack",
    why: "What is kept without an end is kept longer than the bank may.",
    severity: "low",
    controls: ["pci:3.2.1", "nist:SI-12", "iso:A.8.10"],
    fix: "Add a BucketLifecycleConfiguration with an enabled rule that expires the bucket's objects",
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("lifecycle"), () => {
            if (keepsRecords(bucket)) return undefined;
            const expires = graph
                .referrers(bucket, lifecycleOfBucket)
                .flatMap((lifecycle) => lifecycle.at("rules").items())
                .some(
                    (rule) => rule.at("status").text() === "Enabled" && (rule.at("expiration.days").number() ?? 0) > 0,
                );
            return expires ? undefined : "expires nothing";
        });
    },
};
