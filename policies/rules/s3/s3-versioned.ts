import { versioningOfBucket } from "../../checks/links/links.ts";
import { BUCKET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const s3Versioned: StackRule = {
    name: "s3-versioned",
    scope: "stack",
    why: "Without versions, overwriting or deleting an object leaves no way back.",
    severity: "medium",
    controls: ["nist:CP-9", "nist:CP-10", "sox:404-operations-3", "iso:A.8.13"],
    fix: "Add a BucketVersioning with versioningConfiguration.status Enabled",
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("versioning"), () => {
            const given = graph.referrers(bucket, versioningOfBucket);
            const statuses = given.map((versioning) => versioning.at("versioningConfiguration.status").text());
            const on = statuses.length > 0 && statuses.every((status) => status === "Enabled");
            return on ? undefined : "is not enabled for this bucket";
        });
    },
};
