import { oursOf } from "../../checks/foreign/ours.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const stackKnown: ResourceRule = {
    name: "stack-known",
    scope: "resource",
    why: "Of a stack that no settings describe nobody said whose accounts, tenants and regions are ours.",
    severity: "high",
    controls: ["pci:6.5.3", "nist:CM-6", "sox:404-change-1", "iso:A.8.9", "iso:A.8.31"],
    fix: "Copy stacks/dev.ts and Pulumi.dev.yaml to the name of the stack, fill in trusted, and name it in stacks/environments.ts",
    types: ["pulumi:pulumi:Stack"],
    check(stack, judge) {
        judge(stack.at("stack"), () =>
            oursOf(stack)
                ? undefined
                : `is ${stack.stack}, which has no settings; the limits of production hold for it`,
        );
    },
};
