import { keepsRecords, takesFiles } from "../../checks/held-to/records.ts";
import { bucketOfTrail, recordsOfTrail } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const trailWatchesRecords: StackRule = {
    name: "trail-watches-records",
    scope: "stack",
    why: "A regulator asks who touched a record or a file as received; only data events of the audit trail tell.",
    severity: "high",
    controls: ["pci:10.2.1", "pci:10.2.1.1", "nist:AU-2", "sox:802-records", "iso:A.8.15"],
    fix: "Add data events to a Trail: resources.ARN that starts with the ARN of the bucket and a slash",
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("trail"), () => {
            if (!keepsRecords(bucket) && !takesFiles(bucket)) return undefined;
            // A trail that watched its own bucket would record its own recording, without end.
            if (graph.referrers(bucket, bucketOfTrail).length > 0) return undefined;
            return graph.referrers(bucket, recordsOfTrail).length > 0 ? undefined : "records nobody's access to it";
        });
    },
};
