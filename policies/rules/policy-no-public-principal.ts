import { allowed, conditionKeys, policiesOf, principals, RESOURCE_POLICIES } from "../checks/policy-document.ts";
import { ENDPOINT } from "../checks/types.ts";
import type { Resource } from "../core/resource.ts";
import type { ResourceRule } from "../core/rule.ts";
import type { Value } from "../core/value.ts";

/** Conditions that narrow everybody down to callers the bank knows. */
const NARROWING = [
    "aws:sourceaccount",
    "aws:principalaccount",
    "aws:principalorgid",
    "aws:sourceorgid",
    "aws:sourcearn",
];

/** What carries a token in place of a signature: AWS knows no account of the caller, and the role's trust judges him. */
const BY_TOKEN = ["sts:AssumeRoleWithWebIdentity"];

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
                    return everybody && !narrowed && !onlyByToken(resource, statement) ? "allows everybody" : undefined;
                });
            }
        }
    },
};

/** An endpoint that lets tokens through to roles of one account only. */
function onlyByToken(resource: Resource, statement: Value): boolean {
    const actions = statement.at("Action").texts();
    return (
        resource.type === ENDPOINT &&
        actions.length > 0 &&
        actions.every((action) => BY_TOKEN.includes(action)) &&
        conditionKeys(statement).includes("aws:resourceaccount")
    );
}
