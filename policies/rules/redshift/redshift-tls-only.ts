import { WAREHOUSE } from "../../checks/types.ts";
import { parameterOf } from "../../checks/warehouse-parameters.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const redshiftTlsOnly: ResourceRule = {
    name: "redshift-tls-only",
    scope: "resource",
    why: "A connection without TLS carries transactions and passwords in the clear.",
    severity: "high",
    controls: ["pci:4.2.1", "nist:SC-8", "nist:SC-13", "iso:A.8.24"],
    fix: "Set the parameter require_ssl to true in configParameters",
    types: [WAREHOUSE],
    check(workgroup, judge) {
        judge(workgroup.at("configParameters"), () =>
            parameterOf(workgroup, "require_ssl") === "true" ? undefined : "does not set require_ssl to true",
        );
    },
};
