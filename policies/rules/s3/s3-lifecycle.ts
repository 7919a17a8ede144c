import { keepsRecords } from "../../checks/held-to/records.ts";
import { lifecycleOfBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

export const s3Lifecycle: StackRule = {
    name: "s3-lifecycle",
    scope: "stack",
    why: "What is kept without an end is kept longer than the bank may.",
    severity: "low",
    controls: ["pci:3.2.1", "nist:SI-12", "iso:A.8.10"],
    fix: "Add a BucketLifecycleConfiguration whose enabled rules expire objects, old versions and unfinished uploads",
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("lifecycle"), () => {
            const rules = graph
                .referrers(bucket, lifecycleOfBucket)
                .flatMap((lifecycle) => lifecycle.at("rules").items())
                .filter((rule) => rule.at("status").text() === "Enabled");
            const days = (path: string) => rules.some((rule) => (rule.at(path).number() ?? 0) > 0);
            if (!days("abortIncompleteMultipartUpload.daysAfterInitiation")) return "keeps unfinished uploads";
            if (keepsRecords(bucket)) return undefined;
            if (!keepsState(bucket) && !days("expiration.days")) return "expires nothing";
            return days("noncurrentVersionExpiration.noncurrentDays") ? undefined : "keeps old versions without an end";
        });
    },
};

/** The state of a stack lives as long as the stack; what is written over must still end. */
function keepsState({ urn }: Resource): boolean {
    return urn.includes("compliance:bootstrap:StateBackend$aws:s3/bucket:Bucket::");
}
