import type { ResourceRule } from "../../core/rule.ts";

/** Packages whose resources the guardrails can read, and our own components. */
const KNOWN = ["aws", "awsx", "azure-native", "azuread", "compliance", "pulumi"];

export const knownProvidersOnly: ResourceRule = {
    name: "known-providers-only",
    scope: "resource",
    why: "A resource of another provider passes every guardrail, because none of them can read it.",
    severity: "high",
    controls: ["nist:CM-6", "sox:404-change-1", "iso:A.5.23", "iso:A.8.9"],
    fix: `Use ${KNOWN.slice(0, -1).join(", ")}, or write guardrails for the provider and name it in this rule`,
    types: () => true,
    check(resource, judge) {
        judge(resource.at("type"), () => {
            const owner = resource.type.split(":")[resource.type.startsWith("pulumi:providers:") ? 2 : 0] ?? "";
            return KNOWN.includes(owner) ? undefined : `is ${resource.type}, which no guardrail can read`;
        });
    },
};
