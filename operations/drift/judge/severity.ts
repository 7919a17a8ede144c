import type { Finding } from "../../../policies/finding.ts";
import type { Difference } from "../compare/differences.ts";
import type { Kind } from "../compare/kind.ts";

export const SEVERITIES = ["low", "medium", "high", "critical"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** How grave a drift is while no control is broken. */
const OF_KIND: Record<Kind, Severity> = {
    deleted: "high",
    replaced: "high",
    modified: "medium",
    "left-to-others": "medium",
    unmanaged: "medium",
    "output-only": "low",
    undeployed: "low",
};

/** Properties that decide who may do what, or who may come in; no guardrail can know every principal that is too much. */
const ACCESS =
    /policy|^(subject|issuer|audiences|permissions|principal\w*|roleDefinitionId|managedPolicyArns)$|^(networkRuleSet|ipRules|publicNetworkAccess|publicAccess|ingress|egress|cidr\w*|referencedSecurityGroupId|securityGroup\w*|endpoint)$/i;

/** A control that is broken is critical; one that nobody can decide, or a change of who may do what, is grave. */
export function severityOf(
    kind: Kind,
    broken: readonly Pick<Finding, "status">[],
    differences: readonly Pick<Difference, "path">[],
): Severity {
    if (broken.some(({ status }) => status === "violation")) return "critical";
    if (broken.some(({ status }) => status === "inconclusive")) return "high";
    return differences.some(({ path: [top] }) => ACCESS.test(String(top))) ? "high" : OF_KIND[kind];
}

export function isGraver(one: Severity, other: Severity): boolean {
    return SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other);
}
