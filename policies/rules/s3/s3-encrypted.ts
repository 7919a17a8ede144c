import { isCustomerKey } from "../../checks/customer-key.ts";
import { encryptionOfBucket, loggingIntoBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

export const s3Encrypted: StackRule = {
    name: "s3-encrypted",
    scope: "stack",
    why: "Buckets hold transactions, so a key of ours must decide who reads them.",
    severity: "high",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Add a BucketServerSideEncryptionConfiguration with aws:kms and the platform's data key",
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("serverSideEncryptionConfiguration"), () => {
            const given = graph.referrers(bucket, encryptionOfBucket);
            if (given.length === 0) return "is not set for this bucket";
            // S3 cannot deliver access logs into a bucket under a key of ours.
            const takesLogs = () => graph.referrers(bucket, loggingIntoBucket).length > 0;
            return given.map((settings) => shortcoming(settings, takesLogs)).find((what) => what !== undefined);
        });
    },
};

function shortcoming(settings: Resource, takesLogs: () => boolean): string | undefined {
    const [rule] = settings.at("rules").items();
    const byDefault = rule?.at("applyServerSideEncryptionByDefault");
    const algorithm = byDefault?.at("sseAlgorithm").text();
    if (algorithm === "AES256" && takesLogs()) return undefined;
    if (!byDefault || !algorithm?.startsWith("aws:kms")) return `uses ${algorithm ?? "nothing"}, not a key of ours`;
    return isCustomerKey(byDefault.at("kmsMasterKeyId")) && "names no customer-managed key";
}
