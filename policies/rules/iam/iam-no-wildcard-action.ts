import { allowed, IDENTITY_POLICIES, policiesOf } from "../../checks/statements/policy-document.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const iamNoWildcardAction: ResourceRule = {
    name: "iam-no-wildcard-action",
    scope: "resource",
    why: "A wildcard also allows what nobody thought of, and what AWS adds later.",
    severity: "high",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-1", "iso:A.8.2"],
    fix: "List the actions that the role needs",
    types: IDENTITY_POLICIES,
    check(resource, judge) {
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Action"), (actions) => {
                    if (!statement.at("NotAction").isAbsent()) return "allows everything but what it names";
                    const wide = actions.texts().find((action) => /[*?]/.test(action));
                    return wide === undefined ? undefined : `allows ${wide}`;
                });
            }
        }
    },
};
