import { policyOfBucket } from "../../checks/links/links.ts";
import { refusesPlainHttp } from "../../checks/statements/refuses-plain-http.ts";
import { BUCKET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const s3TlsOnly: StackRule = {
    name: "s3-tls-only",
    scope: "stack",
    why: "S3 answers plain HTTP too, so transactions could travel unencrypted.",
    severity: "high",
    controls: ["pci:4.2.1", "nist:SC-8", "nist:SC-13", "iso:A.5.14"],
    fix: "Give the bucket a BucketPolicy that denies everybody s3:* on the bucket and on bucket/* when aws:SecureTransport is false",
    types: [BUCKET],
    check(bucket, judge, graph) {
        const arn = bucket.at("arn");
        const whole = { action: "s3:*", resources: [arn, arn.followedBy("/object")] };
        judge(bucket.at("policy"), () => {
            const policies = graph.referrers(bucket, policyOfBucket).map((policy) => policy.at("policy"));
            const refused = policies.length > 0 && policies.every((policy) => refusesPlainHttp(policy, whole));
            return refused ? undefined : "does not refuse plain HTTP";
        });
    },
};
