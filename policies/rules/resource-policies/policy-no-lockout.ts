import { conditionKeys, policiesOf, RESOURCE_POLICIES, statements } from "../../checks/statements/policy-document.ts";
import { namesEverybody } from "../../checks/statements/principal.ts";
import { ENDPOINT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** By these AWS is told not to refuse a policy that nobody could change any more. */
const BYPASSES = ["bypassPolicyLockoutSafetyCheck", "confirmRemoveSelfResourceAccess"];

export const policyNoLockout: ResourceRule = {
    name: "policy-no-lockout",
    scope: "resource",
    why: "What nobody can open any more is lost, and a key takes everything with it that it encrypts.",
    severity: "high",
    controls: ["pci:3.6.1", "nist:SC-12", "nist:CP-10", "iso:A.8.24"],
    fix: `Leave out ${BYPASSES.join(" and ")}, and give a denial for everybody a condition or the actions that are meant`,
    // An endpoint that lets nothing through loses nothing.
    types: RESOURCE_POLICIES.filter((type) => type !== ENDPOINT),
    check(resource, judge) {
        for (const name of BYPASSES) {
            judge(resource.at(name), (bypass) =>
                bypass.flag() === true ? "lets a policy lock everybody out" : undefined,
            );
        }
        for (const policy of policiesOf(resource)) {
            for (const statement of statements(policy)) {
                judge(statement.at("Action"), (actions) =>
                    shutsOut(statement, actions) ? "is denied to everybody without a condition" : undefined,
                );
            }
        }
    },
};

function shutsOut(statement: Value, actions: Value): boolean {
    const all = actions.texts().some((action) => /^([\w-]+:)?\*$/.test(action));
    const denied = statement.at("Effect").text() === "Deny" && (all || !statement.at("NotAction").isAbsent());
    return denied && namesEverybody(statement) && conditionKeys(statement).length === 0;
}
