import { BUCKET } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** What a bucket may also say inline, beside or against the resource of its own that the rules judge. */
const INLINE = [
    "accelerationStatus",
    "acl",
    "corsRules",
    "grants",
    "lifecycleRules",
    "loggings",
    "logging",
    "objectLockConfiguration",
    "policy",
    "replicationConfiguration",
    "requestPayer",
    "serverSideEncryptionConfiguration",
    "versioning",
    "website",
];

export const companionsApart: ResourceRule = {
    name: "companions-apart",
    scope: "resource",
    why: "What a bucket says inline stands against its companion of the same kind, and the last to be written wins.",
    severity: "high",
    controls: ["pci:2.2.1", "nist:CM-6", "sox:404-change-1", "iso:A.8.9"],
    fix: "Leave it out and say it by the resource for it, such as BucketPolicy; ACLs, grants, websites and replicas have none",
    types: [BUCKET],
    check(bucket, judge) {
        for (const name of INLINE) {
            judge(bucket.at(name), (value) =>
                value.isAbsent() || (value.items().length === 0 && value.keys().length === 0)
                    ? undefined
                    : "is said inline, where no rule reads it",
            );
        }
    },
};
