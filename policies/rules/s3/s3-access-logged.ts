import { loggingIntoBucket, loggingOfBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const s3AccessLogged: StackRule = {
    name: "s3-access-logged",
    scope: "stack",
    why: "After an incident the bank must be able to show who read what.",
    severity: "medium",
    controls: ["pci:10.2.1", "pci:10.2.1.1", "nist:AU-2", "nist:AU-12", "iso:A.8.15"],
    fix: "Add a BucketLogging that writes to the access-log bucket",
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("logging"), () => {
            if (graph.referrers(bucket, loggingOfBucket).length > 0) return undefined;
            // The bucket that takes the logs cannot log into itself without an endless loop.
            return graph.referrers(bucket, loggingIntoBucket).length > 0 ? undefined : "is not set for this bucket";
        });
    },
};
