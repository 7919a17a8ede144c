import { isCustomerKey } from "../../checks/customer-key.ts";
import { bucketOfObject } from "../../checks/links/links.ts";
import { BUCKET, OBJECT } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const s3ObjectSafe: StackRule = {
    name: "s3-object-safe",
    scope: "stack",
    why: "A program that lies outside the platform's buckets, or under no key of ours, can be changed by others.",
    severity: "high",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "nist:CM-6", "nist:SI-7", "iso:A.8.24"],
    fix: "Put the object into a bucket of the program, with kmsKeyId of the platform's data key",
    types: [OBJECT],
    check(object, judge, graph) {
        judge(object.at("kmsKeyId"), isCustomerKey);
        judge(object.at("bucket"), () =>
            graph.targets(object, bucketOfObject, BUCKET).length > 0 ? undefined : "is no bucket of this stack",
        );
    },
};
