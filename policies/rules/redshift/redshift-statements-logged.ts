import { WAREHOUSE } from "../../checks/types.ts";
import { parameterOf } from "../../checks/warehouse-parameters.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const redshiftStatementsLogged: ResourceRule = {
    name: "redshift-statements-logged",
    scope: "resource",
    why: "Without this parameter the audit log of statements stays empty, although it is exported.",
    severity: "medium",
    controls: ["pci:10.2.1", "pci:10.2.1.1", "nist:AU-12", "iso:A.8.15"],
    fix: "Set the parameter enable_user_activity_logging to true in configParameters",
    types: [WAREHOUSE],
    check(workgroup, judge) {
        judge(workgroup.at("configParameters"), () =>
            parameterOf(workgroup, "enable_user_activity_logging") === "true"
                ? undefined
                : "does not set enable_user_activity_logging to true",
        );
    },
};
