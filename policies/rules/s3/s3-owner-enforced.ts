import { ownershipOfBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const s3OwnerEnforced: StackRule = {
    name: "s3-owner-enforced",
    scope: "stack",
    why: "With ACLs on, an object's writer can open it to others past every policy.",
    severity: "medium",
    controls: ["pci:2.2.1", "pci:7.3.3", "nist:AC-3", "nist:AC-6", "iso:A.5.15"],
    fix: "Add BucketOwnershipControls with rule.objectOwnership BucketOwnerEnforced",
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("ownershipControls"), () => {
            const given = graph.referrers(bucket, ownershipOfBucket);
            const ownerships = given.map((controls) => controls.at("rule.objectOwnership").text());
            const off = ownerships.length > 0 && ownerships.every((ownership) => ownership === "BucketOwnerEnforced");
            return off ? undefined : "does not turn ACLs off for this bucket";
        });
    },
};
