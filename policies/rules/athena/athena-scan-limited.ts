import { WORKGROUP } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const athenaScanLimited: ResourceRule = {
    name: "athena-scan-limited",
    scope: "resource",
    why: "One careless query over seven years of records can cost more than a month of the platform.",
    severity: "medium",
    controls: ["nist:SC-5", "iso:A.8.6"],
    fix: "Set bytesScannedCutoffPerQuery",
    types: [WORKGROUP],
    check: (workgroup, judge) =>
        judge(workgroup.at("configuration.bytesScannedCutoffPerQuery"), (bytes) =>
            bytes.number() === undefined ? "is not set, so a query may read everything" : undefined,
        ),
};
