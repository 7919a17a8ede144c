import { APPLICATION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const emrInNetwork: ResourceRule = {
    name: "emr-in-network",
    scope: "resource",
    why: "Spark reads every transaction: outside the private network it could send them anywhere.",
    severity: "high",
    controls: ["pci:1.4.4", "pci:1.3.2", "nist:SC-7", "nist:AC-4", "iso:A.8.20", "iso:A.8.22"],
    fix: "Set networkConfiguration with subnetIds and securityGroupIds of the private network",
    types: [APPLICATION],
    check(application, judge) {
        for (const property of ["subnetIds", "securityGroupIds"]) {
            judge(application.at(`networkConfiguration.${property}`), (given) =>
                given.texts().length > 0 ? undefined : "is not set",
            );
        }
    },
};
