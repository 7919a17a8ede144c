import { encryptionOfBucket, policyOfBucket } from "../checks/links.ts";
import { statements } from "../checks/policy-document.ts";
import { BUCKET } from "../checks/types.ts";
import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import type { StackRule } from "../core/rule.ts";

const HEADERS = ["s3:x-amz-server-side-encryption", "s3:x-amz-server-side-encryption-aws-kms-key-id"];

export const s3RefusesOtherKeys: StackRule = {
    name: "s3-refuses-other-keys",
    scope: "stack",
    why: "The default encryption does not hold back who asks for another key, or for one of a foreign account.",
    severity: "medium",
    controls: ["pci:3.6.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: `Deny s3:PutObject in the BucketPolicy when ${HEADERS.join(" or ")} is given and not ours`,
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("policy"), () => {
            if (!hasOwnKey(bucket, graph)) return undefined;
            const refused = graph.referrers(bucket, policyOfBucket).flatMap((policy) => refusedHeaders(policy));
            const open = HEADERS.filter((header) => !refused.includes(header));
            return open.length === 0 ? undefined : `accepts uploads with any ${open.join(" and ")}`;
        });
    },
};

function hasOwnKey(bucket: Resource, graph: Graph): boolean {
    const rules = graph.referrers(bucket, encryptionOfBucket).flatMap((settings) => settings.at("rules").items());
    return rules.some((rule) => !rule.at("applyServerSideEncryptionByDefault.kmsMasterKeyId").isAbsent());
}

function refusedHeaders(policy: Resource): string[] {
    return statements(policy.at("policy"))
        .filter((statement) => statement.at("Effect").text() === "Deny")
        .filter((statement) =>
            statement
                .at("Action")
                .texts()
                .some((action) => /^s3:(PutObject|\*)$/i.test(action)),
        )
        .flatMap((statement) => statement.at("Condition.StringNotEquals").keys());
}
