import type { Finding } from "../../../policies/finding.ts";
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

/** A control that is broken is critical; one that nobody can decide makes a drift grave. */
export function severityOf(kind: Kind, broken: readonly Pick<Finding, "status">[]): Severity {
    if (broken.some(({ status }) => status === "violation")) return "critical";
    return broken.some(({ status }) => status === "inconclusive") ? "high" : OF_KIND[kind];
}

export function isGraver(one: Severity, other: Severity): boolean {
    return SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other);
}
