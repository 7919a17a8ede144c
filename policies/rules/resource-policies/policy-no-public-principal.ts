import { oursOf } from "../../checks/foreign/ours.ts";
import { letsInOnlyOurs } from "../../checks/statements/narrowing.ts";
import { allowed, conditionKeys, policiesOf, RESOURCE_POLICIES } from "../../checks/statements/policy-document.ts";
import { namesEverybody } from "../../checks/statements/principal.ts";
import { ENDPOINT } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** What carries a token in place of a signature: AWS knows no account of the caller, and the role's trust judges him. */
const BY_TOKEN = ["sts:AssumeRoleWithWebIdentity"];

export const policyNoPublicPrincipal: ResourceRule = {
    name: "policy-no-public-principal",
    scope: "resource",
    why: "A policy that allows everybody opens the resource to the whole world.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "sox:404-access-1", "iso:A.8.3"],
    fix: "Name the principals, or narrow them by StringEquals with an account, organisation, network or ARN of ours",
    types: RESOURCE_POLICIES,
    check(resource, judge) {
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Principal"), () => {
                    if (!statement.at("NotPrincipal").isAbsent()) return "allows everybody but those it names";
                    if (!namesEverybody(statement) || letsInOnlyOurs(statement, oursOf(resource))) return undefined;
                    if (onlyByToken(resource, statement)) return undefined;
                    const [key] = conditionKeys(statement);
                    return key === undefined
                        ? "allows everybody"
                        : `allows everybody, whom ${key} does not narrow to ours`;
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
