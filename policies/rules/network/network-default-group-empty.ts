import { defaultGroupOfNetwork, egressOfGroup, eitherOfGroup, ingressOfGroup } from "../../checks/links/links.ts";
import { DEFAULT_SECURITY_GROUP, NETWORK } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const RULES = [ingressOfGroup, egressOfGroup, eitherOfGroup];

export const networkDefaultGroupEmpty: StackRule = {
    name: "network-default-group-empty",
    scope: "stack",
    why: "What has no security group of its own gets the default one, by which all of it can speak with each other.",
    severity: "medium",
    controls: ["pci:2.2.1", "nist:CM-6", "nist:SC-7", "iso:A.8.20", "iso:A.8.22"],
    fix: "Add a DefaultSecurityGroup for the network with empty ingress and egress, and no rule of its own beside it",
    types: [NETWORK, DEFAULT_SECURITY_GROUP],
    check(resource, judge, graph) {
        if (resource.type === NETWORK) {
            judge(resource.at("defaultSecurityGroup"), () =>
                graph.referrers(resource, defaultGroupOfNetwork).length > 0
                    ? undefined
                    : "keeps the rules that AWS made",
            );
            judge(resource.at("defaultSecurityGroupId"), (id) => {
                const group = id.text();
                const rules = RULES.flatMap(({ type }) => graph.ofType(type));
                const filling = rules.find((rule) => {
                    const given = rule.at("securityGroupId");
                    return group !== undefined && given.isKnown() && given.text() === group;
                });
                return filling && `is opened by ${filling.name}`;
            });
            return;
        }
        judge(resource.at("rules"), () => {
            const [filling] = RULES.flatMap((link) => graph.referrers(resource, link));
            return filling && `are added by ${filling.name}`;
        });
        for (const direction of ["ingress", "egress"]) {
            judge(resource.at(direction), (rules) => (rules.items().length > 0 ? "has rules" : undefined));
        }
    },
};
