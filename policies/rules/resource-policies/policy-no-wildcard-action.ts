import { allowed, policiesOf, principals, RESOURCE_POLICIES } from "../../checks/statements/policy-document.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const policyNoWildcardAction: ResourceRule = {
    name: "policy-no-wildcard-action",
    scope: "resource",
    why: "A wildcard also allows what nobody thought of, and what AWS adds later.",
    severity: "high",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-1", "iso:A.8.2"],
    fix: "List the actions that are needed",
    types: RESOURCE_POLICIES,
    check(resource, judge) {
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Action"), (actions) => {
                    if (!statement.at("NotAction").isAbsent()) return "allows everything but what it names";
                    const wide = actions.texts().find((action) => /[*?]/.test(action));
                    if (wide === undefined || (wide.toLowerCase() === "kms:*" && administeredByAccount(statement)))
                        return undefined;
                    return `allows ${wide}`;
                });
            }
        }
    },
};

/** KMS needs somebody who can always repair a key's policy; by AWS's advice that is the account itself. */
function administeredByAccount(statement: Value): boolean {
    const named = principals(statement).flatMap(({ names }) => names);
    return named.length === 1 && /^arn:aws[\w-]*:iam::\d{12}:root$/.test(named[0] ?? "");
}
