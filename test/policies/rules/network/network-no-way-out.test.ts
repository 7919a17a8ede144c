import { networkNoWayOut } from "../../../../policies/rules/network/network-no-way-out.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const ROUTE = "aws:ec2/route:Route";
const TABLE = "aws:ec2/routeTable:RouteTable";
const GATEWAY = { type: "aws:ec2/internetGateway:InternetGateway", props: { id: "igw-1" } };
const route = (props: object) => [
    { type: ROUTE, name: "route", props: { destinationCidrBlock: "198.51.100.0/24", ...props } },
];

describeRule(networkNoWayOut, [
    { ...GATEWAY, title: "accepts an internet gateway that is attached to no network", found: [] },
    {
        ...GATEWAY,
        title: "rejects one that is attached, though no route uses it",
        props: { id: "igw-1", vpcId: "vpc-1" },
        found: ["vpcId: attaches it to a network, in which nothing needs a way out"],
    },
    {
        ...GATEWAY,
        title: "cannot decide while its network is unknown",
        props: { id: "igw-1", vpcId: unknown },
        found: ["vpcId is unknown"],
    },
    {
        type: "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
        title: "rejects what attaches one afterwards",
        found: ["type: leads to the internet"],
    },
    {
        ...GATEWAY,
        title: "rejects one that a route uses, wherever it leads",
        beside: route({ gatewayId: "igw-1" }),
        found: ["routes: lead from the network to the internet"],
    },
    {
        ...GATEWAY,
        title: "rejects one that a table routes to",
        beside: [{ type: TABLE, name: "table", props: { routes: [{ gatewayId: "igw-1" }] } }],
        found: ["routes: lead from the network to the internet"],
    },
    {
        ...GATEWAY,
        title: "cannot decide while the target of a route is unknown",
        beside: route({ gatewayId: unknown }),
        found: ["gatewayId is unknown"],
    },
    { type: ROUTE, title: "accepts a route to one place", props: { destinationCidrBlock: "10.0.0.0/16" }, found: [] },
    { type: ROUTE, title: "accepts an empty route", found: [] },
    {
        type: ROUTE,
        title: "rejects routes everywhere",
        props: { destinationCidrBlock: "0.0.0.0/0", destinationIpv6CidrBlock: "::/0" },
        found: ["destinationCidrBlock: leads everywhere", "destinationIpv6CidrBlock: leads everywhere"],
    },
    {
        type: TABLE,
        title: "rejects a table with a route everywhere",
        props: { routes: [{ cidrBlock: "10.0.0.0/16" }, { cidrBlock: "0.0.0.0/0" }, { ipv6CidrBlock: "::/0" }] },
        found: ["routes[1].cidrBlock: leads everywhere", "routes[2].ipv6CidrBlock: leads everywhere"],
    },
    { type: TABLE, title: "accepts a table without routes", found: [] },
    { type: "aws:ec2/natGateway:NatGateway", title: "rejects NAT", found: ["type: leads to the internet"] },
    {
        type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
        title: "rejects a gateway outwards",
        found: ["type: leads to the internet"],
    },
]);
