import { isCustomerKey } from "../../checks/customer-key.ts";
import { NAMESPACE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const redshiftPasswordManaged: ResourceRule = {
    name: "redshift-password-managed",
    scope: "resource",
    why: "An administrator's password that somebody sets is known to somebody, and lies in the state.",
    severity: "critical",
    controls: ["pci:8.6.2", "pci:8.6.3", "nist:IA-5", "sox:404-access-2", "iso:A.5.17"],
    fix: "Set manageAdminPassword with adminPasswordSecretKmsKeyId, and no password",
    types: [NAMESPACE],
    check(namespace, judge) {
        for (const property of ["adminUserPassword", "adminUserPasswordWo"]) {
            judge(namespace.at(property), (password) => (password.isAbsent() ? undefined : "is set"));
        }
        judge(namespace.at("manageAdminPassword"), (managed) => (managed.flag() === true ? undefined : "is not on"));
        judge(namespace.at("adminPasswordSecretKmsKeyId"), isCustomerKey);
    },
};
