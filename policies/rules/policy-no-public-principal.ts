import { allowed, conditionKeys, policiesOf, principals, RESOURCE_POLICIES } from "../checks/policy-document.ts";
import type { ResourceRule } from "../core/rule.ts";

/** Conditions that narrow everybody down to callers the bank knows. */
const NARROWING = [
    "aws:sourceaccount",
    "aws:principalaccount",
    "aws:principalorgid",
    "aws:sourceorgid",
    "aws:sourcearn",
];

export const policyNoPublicPrincipal: ResourceRule = {
    name: "policy-no-public-principal",
    scope: "resource",
    why: "A policy that allows everybody opens the resource to the whole world.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "sox:404-access-1", "iso:A.8.3"],
    fix: "Name the principals, or narrow them by aws:PrincipalOrgID, aws:SourceAccount or aws:SourceArn",
    types: RESOURCE_POLICIES,
    check(resource, judge) {
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Principal"), () => {
                    if (!statement.at("NotPrincipal").isAbsent()) return "allows everybody but those it names";
                    const everybody = principals(statement).some(({ names }) => names.includes("*"));
                    const narrowed = conditionKeys(statement).some((key) => NARROWING.includes(key));
                    return everybody && !narrowed ? "allows everybody" : undefined;
                });
            }
        }
    },
};
