import { defaultGroupOfNetwork } from "../checks/links.ts";
import { DEFAULT_SECURITY_GROUP, NETWORK } from "../checks/types.ts";
import type { StackRule } from "../core/rule.ts";

export const networkDefaultGroupEmpty: StackRule = {
    name: "network-default-group-empty",
    scope: "stack",
    why: "What has no security group of its own gets the default one, by which all of it can speak with each other.",
    severity: "medium",
    controls: ["pci:2.2.1", "nist:CM-6", "nist:SC-7", "iso:A.8.20", "iso:A.8.22"],
    fix: "Add a DefaultSecurityGroup for the network with empty ingress and egress",
    types: [NETWORK, DEFAULT_SECURITY_GROUP],
    check(resource, judge, graph) {
        if (resource.type === NETWORK) {
            judge(resource.at("defaultSecurityGroup"), () =>
                graph.referrers(resource, defaultGroupOfNetwork).length > 0
                    ? undefined
                    : "keeps the rules that AWS made",
            );
            return;
        }
        for (const direction of ["ingress", "egress"]) {
            judge(resource.at(direction), (rules) => (rules.items().length > 0 ? "has rules" : undefined));
        }
    },
};
