import { oursOf } from "../../checks/foreign/ours.ts";
import { actsForOursOnly } from "../../checks/statements/narrowing.ts";
import {
    allowed,
    conditionKeys,
    policiesOf,
    principals,
    RESOURCE_POLICIES,
} from "../../checks/statements/policy-document.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const policyServiceScoped: ResourceRule = {
    name: "policy-service-scoped",
    scope: "resource",
    why: "A service acts for every customer of AWS: without a condition another customer can make it act on ours.",
    severity: "high",
    controls: ["pci:7.2.1", "nist:AC-4", "nist:IA-9", "iso:A.5.15"],
    fix: "Add StringEquals aws:SourceAccount with an account of ours, or ArnLike aws:SourceArn with one in it",
    types: RESOURCE_POLICIES,
    check(resource, judge) {
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Principal.Service"), (services) => {
                    if (!principals(statement).some(({ kind }) => kind === "Service")) return undefined;
                    if (actsForOursOnly(statement, oursOf(resource))) return undefined;
                    const [key] = conditionKeys(statement);
                    const despite = key === undefined ? "" : `, which ${key} does not narrow to us`;
                    return `lets ${services.texts().join(", ")} act for any customer of AWS${despite}`;
                });
            }
        }
    },
};
