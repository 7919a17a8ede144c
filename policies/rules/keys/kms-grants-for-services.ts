import { allowed } from "../../checks/statements/policy-document.ts";
import { KEY, KEY_POLICY } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const kmsGrantsForServices: ResourceRule = {
    name: "kms-grants-for-services",
    scope: "resource",
    why: "Whoever may create grants may give a key to anybody, and no policy shows it.",
    severity: "high",
    controls: ["pci:3.6.1", "nist:SC-12", "nist:AC-6", "iso:A.8.24"],
    fix: "Allow kms:CreateGrant only under Bool kms:GrantIsForAWSResource true, in a statement of its own",
    types: [KEY, KEY_POLICY],
    check(key, judge) {
        for (const statement of allowed(key.at("policy"))) {
            judge(statement.at("Action"), (actions) => {
                const grants = actions.texts().some((action) => action.toLowerCase() === "kms:creategrant");
                return grants && !onlyForServices(statement) ? "allows grants to anybody" : undefined;
            });
        }
    },
};

function onlyForServices(statement: Value): boolean {
    return statement.at("Condition.Bool").named("kms:GrantIsForAWSResource").flag() === true;
}
