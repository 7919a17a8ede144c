import { WORKGROUP } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const athenaWorkgroupEnforced: ResourceRule = {
    name: "athena-workgroup-enforced",
    scope: "resource",
    why: "Whoever runs a query could otherwise send its result elsewhere, unencrypted and without a limit.",
    severity: "high",
    controls: ["pci:2.2.1", "nist:CM-6", "iso:A.8.9"],
    fix: "Leave enforceWorkgroupConfiguration and publishCloudwatchMetricsEnabled on",
    types: [WORKGROUP],
    check(workgroup, judge) {
        // Athena has both on unless told otherwise.
        for (const path of ["enforceWorkgroupConfiguration", "publishCloudwatchMetricsEnabled"]) {
            judge(workgroup.at(`configuration.${path}`), (on) => (on.flag() === false ? "is off" : undefined));
        }
    },
};
