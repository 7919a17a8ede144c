import { isDecided } from "../../checks/decided-types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** What runs no provider of a cloud: components, whose children are judged, and what belongs to the engine. */
const NOT_IN_A_CLOUD = /^(compliance|awsx|pulumi):/;

export const typesDecided: ResourceRule = {
    name: "types-decided",
    scope: "resource",
    why: "A resource of a type that no rule decides passes every guardrail, whatever it gives away.",
    severity: "critical",
    controls: ["pci:2.2.1", "nist:CM-6", "sox:404-change-1", "iso:A.5.23", "iso:A.8.9"],
    fix: "Use a type of the platform; else write rules that judge this one and name it in policies/checks/types.ts",
    types: (type) => !NOT_IN_A_CLOUD.test(type),
    check(resource, judge) {
        judge(resource.at("type"), () =>
            isDecided(resource.type) ? undefined : `is ${resource.type}, about which no rule decides`,
        );
    },
};
