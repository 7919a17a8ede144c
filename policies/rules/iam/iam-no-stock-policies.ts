import { ROLE, ROLE_ATTACHMENT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const iamNoStockPolicies: ResourceRule = {
    name: "iam-no-stock-policies",
    scope: "resource",
    why: "Policies that AWS writes allow far more than one function needs, and change without us.",
    severity: "high",
    controls: ["pci:7.2.5", "nist:AC-6", "iso:A.8.2"],
    fix: "Write a role policy with the actions and resources that are needed",
    types: [ROLE, ROLE_ATTACHMENT],
    check(resource, judge) {
        const attached = resource.type === ROLE ? resource.at("managedPolicyArns").items() : [resource.at("policyArn")];
        for (const policy of attached) judge(policy, byAws);
    },
};

function byAws(policy: Value): string | undefined {
    const arn = policy.text() ?? "";
    return /^arn:aws[\w-]*:iam::aws:policy\//.test(arn) ? `attaches ${arn}` : undefined;
}
