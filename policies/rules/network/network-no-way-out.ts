import { wideRange } from "../../checks/foreign/cidr.ts";
import { internetRouteOf, internetRoutesOf } from "../../checks/links/links.ts";
import {
    EGRESS_GATEWAY,
    GATEWAY_ATTACHMENT,
    INTERNET_GATEWAY,
    NAT_GATEWAY,
    ROUTE,
    ROUTE_TABLE,
} from "../../checks/types.ts";
import type { Judge } from "../../core/judge.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Where a route may lead besides the network itself: to an endpoint. Each of these leads to somebody else's network. */
const WAYS_OUT = [
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyGatewayId",
    "localGatewayId",
    "natGatewayId",
    "networkInterfaceId",
    "transitGatewayId",
    "vpcPeeringConnectionId",
];

export const networkNoWayOut: StackRule = {
    name: "network-no-way-out",
    scope: "stack",
    why: "By a route to the internet transactions can leave the network unseen.",
    severity: "critical",
    controls: ["pci:1.4.4", "pci:1.3.2", "nist:SC-7", "nist:AC-4", "nist:SC-7(10)", "iso:A.8.20", "iso:A.8.12"],
    fix: "Leave out NAT, each route to the internet and the vpcId of its gateway; reach services by a VpcEndpoint",
    types: [EGRESS_GATEWAY, GATEWAY_ATTACHMENT, INTERNET_GATEWAY, NAT_GATEWAY, ROUTE, ROUTE_TABLE],
    check(resource, judge, graph) {
        switch (resource.type) {
            case INTERNET_GATEWAY:
                // awsx makes one with each network. Attached to none, nothing can lead to it.
                judge(resource.at("vpcId"), (network) =>
                    network.isAbsent() ? undefined : "attaches it to a network, in which nothing needs a way out",
                );
                judge(resource.at("routes"), () => {
                    const users = [internetRouteOf, internetRoutesOf].flatMap((link) =>
                        graph.referrers(resource, link),
                    );
                    return users.length > 0 ? "lead from the network to the internet" : undefined;
                });
                break;
            case ROUTE:
                for (const key of ["destinationCidrBlock", "destinationIpv6CidrBlock"])
                    judge(resource.at(key), leadsOut);
                judgeTargets(resource, judge);
                break;
            case ROUTE_TABLE:
                for (const route of resource.at("routes").items()) {
                    for (const key of ["cidrBlock", "ipv6CidrBlock"]) judge(route.at(key), leadsOut);
                    judgeTargets(route, judge);
                }
                break;
            default:
                judge(resource.at("type"), () => "leads to the internet");
        }
    },
};

function leadsOut(destination: Value): string | undefined {
    const range = destination.text();
    if (range === undefined || wideRange(range) === undefined) return undefined;
    return /\/0$/.test(range) ? "leads everywhere" : `is ${range}, which leads far into the internet`;
}

function judgeTargets(route: { at(key: string): Value }, judge: Judge): void {
    for (const name of WAYS_OUT) {
        judge(route.at(name), (target) => (target.isAbsent() ? undefined : "leads out of the network"));
    }
}
