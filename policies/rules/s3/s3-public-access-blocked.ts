import { publicAccessOfBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const SWITCHES = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

export const s3PublicAccessBlocked: StackRule = {
    name: "s3-public-access-blocked",
    scope: "stack",
    why: "One wrong policy or ACL must not be enough to publish a bank's transactions.",
    severity: "critical",
    controls: ["pci:1.4.4", "nist:AC-3", "nist:SC-7", "iso:A.8.3"],
    fix: `Add a BucketPublicAccessBlock with ${SWITCHES.join(", ")} all true`,
    types: [BUCKET],
    check(bucket, judge, graph) {
        const blocks = graph.referrers(bucket, publicAccessOfBucket);
        if (blocks.length === 0) {
            judge(bucket.at("publicAccessBlock"), () => "is not set for this bucket");
            return;
        }
        for (const name of SWITCHES) {
            judge(bucket.at(`publicAccessBlock.${name}`), () =>
                blocks.every((block) => block.at(name).flag() === true) ? undefined : "is off",
            );
        }
    },
};
