import type { Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { oneOf, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { regional } from "./common.ts";
import { endpoint } from "./ec2-endpoint.ts";
import { flowLog } from "./ec2-flow-log.ts";
import { ec2Id, owned } from "./ec2-ids.ts";
import { CIDR, CIDR_SAYS, defaultSecurityGroup, securityGroup } from "./ec2-security-group.ts";

const BLOCK = /^\d{1,3}(\.\d{1,3}){3}\/(1[6-9]|2[0-8])$/;
const BLOCK_SAYS = "a block of /16 to /28, such as 10.0.0.0/16";

/** The provider refuses a block whose address has bits behind its mask, which EC2 would cut off. */
function beginningFault(block: Value): string | undefined {
    const [address = "", bits] = String(block).split("/");
    const number = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
    const size = 2 ** (32 - Number(bits));
    if (number % size === 0) return undefined;
    const first = number - (number % size);
    const parts = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
    return `must begin where its block does, at ${parts.join(".")}/${bits}, got ${block}`;
}

const GATEWAY = /^((igw|vgw|vpce|lgw|cagw)-\w+|local|)$/;

/** The targets that a route can have. */
const TARGETS = [
    "gatewayId",
    "natGatewayId",
    "egressOnlyGatewayId",
    "networkInterfaceId",
    "transitGatewayId",
    "vpcEndpointId",
    "vpcPeeringConnectionId",
];

export const ec2: TypeTable = {
    "aws:ec2/vpc:Vpc": owned("vpc", "vpc", {
        outputs: (vpc) => ({
            defaultNetworkAclId: ec2Id("acl")(vpc),
            defaultRouteTableId: ec2Id("rtb")(vpc),
            defaultSecurityGroupId: ec2Id("sg")(vpc),
            dhcpOptionsId: ec2Id("dopt")(vpc),
            enableDnsHostnames: false,
            enableNetworkAddressUsageMetrics: false,
            mainRouteTableId: ec2Id("rtb")(vpc),
        }),
        defaults: { enableDnsSupport: true, instanceTenancy: "default" },
        replaceOn: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
        checks: [
            pattern("cidrBlock", BLOCK, BLOCK_SAYS),
            each("cidrBlock", beginningFault),
            oneOf("instanceTenancy", ["default", "dedicated"]),
            // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcAttribute.html
            when(["enableDnsSupport", "enableDnsHostnames"], "enableDnsHostnames", (inputs) =>
                inputs.enableDnsHostnames === true && inputs.enableDnsSupport === false
                    ? "needs enableDnsSupport, which is false"
                    : undefined,
            ),
            when(["cidrBlock", "ipv4IpamPoolId"], "cidrBlock", ({ cidrBlock, ipv4IpamPoolId }) =>
                cidrBlock === undefined && ipv4IpamPoolId === undefined
                    ? "is required without an IPAM pool"
                    : undefined,
            ),
        ],
    }),
    "aws:ec2/subnet:Subnet": owned("subnet", "subnet", {
        outputs: () => ({ privateDnsHostnameTypeOnLaunch: "ip-name" }),
        defaults: {
            assignIpv6AddressOnCreation: false,
            enableDns64: false,
            enableResourceNameDnsARecordOnLaunch: false,
            enableResourceNameDnsAaaaRecordOnLaunch: false,
            ipv6Native: false,
            mapPublicIpOnLaunch: false,
        },
        replaceOn: ["availabilityZone", "availabilityZoneId", "cidrBlock", "ipv6Native", "outpostArn", "vpcId"],
        checks: [
            required("vpcId"),
            pattern("cidrBlock", BLOCK, BLOCK_SAYS),
            each("cidrBlock", beginningFault),
            pattern("availabilityZone", /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "an availability zone such as eu-west-1a"),
        ],
    }),
    "aws:ec2/routeTable:RouteTable": owned("rtb", "route-table", {
        outputs: () => ({ propagatingVgws: [], routes: [] }),
        replaceOn: ["vpcId"],
        checks: [
            required("vpcId"),
            each("routes[*]", (route) => oneTarget(route as Record<string, unknown>)),
            pattern("routes[*].cidrBlock", CIDR, CIDR_SAYS),
            pattern("routes[*].gatewayId", GATEWAY, "the id of a gateway"),
        ],
    }),
    "aws:ec2/route:Route": regional({
        id: (route) => `r-${route.text("routeTableId")}${route.hex("route", 10)}`,
        outputs: () => ({ origin: "CreateRoute", state: "active" }),
        replaceOn: ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId", "routeTableId"],
        checks: [
            required("routeTableId"),
            pattern("destinationCidrBlock", CIDR, CIDR_SAYS),
            pattern("gatewayId", GATEWAY, "the id of a gateway"),
            (inputs) => fault(oneTarget(inputs), "gatewayId"),
        ],
    }),
    "aws:ec2/routeTableAssociation:RouteTableAssociation": regional({
        id: ec2Id("rtbassoc"),
        replaceOn: ["gatewayId", "subnetId"],
        checks: [
            required("routeTableId"),
            when([], "subnetId", ({ subnetId, gatewayId }) =>
                (subnetId === undefined) === (gatewayId === undefined)
                    ? "must be given, or else gatewayId, not both"
                    : undefined,
            ),
        ],
    }),
    "aws:ec2/internetGateway:InternetGateway": owned("igw", "internet-gateway", { replaceOn: [] }),
    "aws:ec2/vpcEndpoint:VpcEndpoint": endpoint,
    "aws:ec2/flowLog:FlowLog": flowLog,
    "aws:ec2/securityGroup:SecurityGroup": securityGroup,
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": defaultSecurityGroup,
};

function oneTarget(route: Record<string, unknown>): string | undefined {
    const given = TARGETS.filter((target) => route[target] !== undefined && route[target] !== "");
    return given.length === 1
        ? undefined
        : `must be the one target of the route; given are ${given.join(", ") || "none"}`;
}

function fault(reason: string | undefined, property: string) {
    return reason === undefined ? [] : [{ property, reason }];
}
