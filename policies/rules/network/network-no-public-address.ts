import { PUBLIC_ADDRESS, ROUTE_TABLE_ASSOCIATION, SUBNET } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const networkNoPublicAddress: ResourceRule = {
    name: "network-no-public-address",
    scope: "resource",
    why: "What has a public address can be called by everybody.",
    severity: "critical",
    controls: ["pci:1.4.4", "pci:1.3.1", "nist:SC-7", "iso:A.8.20"],
    fix: "Leave out Eip, mapPublicIpOnLaunch, assignIpv6AddressOnCreation and the gatewayId of an association",
    types: [PUBLIC_ADDRESS, ROUTE_TABLE_ASSOCIATION, SUBNET],
    check(resource, judge) {
        if (resource.type === PUBLIC_ADDRESS) judge(resource.at("type"), () => "is a public address");
        judge(resource.at("gatewayId"), (gateway) => (gateway.isAbsent() ? undefined : "lets a gateway route inwards"));
        for (const property of ["mapPublicIpOnLaunch", "assignIpv6AddressOnCreation"]) {
            judge(resource.at(property), (on) => (on.flag() === true ? "gives out public addresses" : undefined));
        }
    },
};
