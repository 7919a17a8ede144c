import { WAREHOUSE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const redshiftPrivate: ResourceRule = {
    name: "redshift-private",
    scope: "resource",
    why: "A warehouse that the internet reaches, or that reaches it, can lose every transaction in one query.",
    severity: "critical",
    controls: ["pci:1.4.4", "pci:1.3.1", "nist:SC-7", "nist:AC-4", "iso:A.8.20"],
    fix: "Set publiclyAccessible to false, enhancedVpcRouting to true, and subnetIds and securityGroupIds of the network",
    types: [WAREHOUSE],
    check(workgroup, judge) {
        // Redshift has it off unless told otherwise, but whoever reads the program should see that it is meant.
        judge(workgroup.at("publiclyAccessible"), (open) => {
            if (open.flag() === false) return undefined;
            return open.flag() ? "is on" : "is not set to false";
        });
        judge(workgroup.at("enhancedVpcRouting"), (inside) => (inside.flag() === true ? undefined : "is not on"));
        for (const property of ["subnetIds", "securityGroupIds"]) {
            judge(workgroup.at(property), (given) =>
                given.texts().length > 0 ? undefined : "is not set, so AWS takes those of the default network",
            );
        }
    },
};
