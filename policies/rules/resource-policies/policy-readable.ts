import { policyPropertyOf, RESOURCE_POLICIES } from "../../checks/statements/policy-document.ts";
import { misreads } from "../../checks/statements/policy-grammar.ts";
import { MANAGED_POLICY, ROLE, ROLE_POLICY } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const policyReadable: ResourceRule = {
    name: "policy-readable",
    scope: "resource",
    why: "What the guardrails cannot read as AWS would, they cannot judge: it might allow anything.",
    severity: "high",
    controls: ["pci:7.2.1", "nist:AC-3", "nist:CM-6", "sox:404-access-1", "iso:A.5.15"],
    fix: "Write a JSON object with Version and Statement, each statement with Effect, actions, resources and conditions as AWS spells them",
    types: [...RESOURCE_POLICIES, ROLE, ROLE_POLICY, MANAGED_POLICY],
    check(resource, judge) {
        for (const policy of documentsOf(resource)) judge(policy, misreads);
    },
};

function documentsOf(resource: Resource): Value[] {
    if (resource.type !== ROLE) return [resource.at(policyPropertyOf(resource))];
    const inline = resource.at("inlinePolicies").items();
    return [resource.at("assumeRolePolicy"), ...inline.map((one) => one.at("policy"))];
}
