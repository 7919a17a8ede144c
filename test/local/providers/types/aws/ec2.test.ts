import { adds, refuses } from "../../support/type-tests.ts";

const ROLE = "arn:aws:iam::111122223333:role/logs";
const LOG = "arn:aws:logs:eu-west-1:111122223333:log-group:flows";

describe("the tables of ec2 and vpc", () => {
    adds([
        {
            type: "aws:ec2/vpc:Vpc",
            inputs: { cidrBlock: "10.0.0.0/16" },
            id: /^vpc-0[0-9a-f]{16}$/,
            outputs: { enableDnsSupport: true, enableDnsHostnames: false, ownerId: "111122223333" },
        },
        {
            type: "aws:ec2/subnet:Subnet",
            inputs: { vpcId: "vpc-00000001", cidrBlock: "10.0.0.0/24" },
            id: /^subnet-0[0-9a-f]{16}$/,
            outputs: { mapPublicIpOnLaunch: false, assignIpv6AddressOnCreation: false },
        },
        {
            type: "aws:ec2/routeTable:RouteTable",
            inputs: { vpcId: "vpc-00000001" },
            id: /^rtb-0/,
            outputs: { routes: [] },
        },
        {
            type: "aws:ec2/route:Route",
            inputs: { routeTableId: "rtb-00000001", gatewayId: "igw-1", destinationCidrBlock: "0.0.0.0/0" },
            id: /^r-rtb-00000001[0-9a-f]{10}$/,
            outputs: { state: "active" },
        },
        {
            type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
            inputs: { routeTableId: "rtb-00000001", subnetId: "subnet-00000001" },
            id: /^rtbassoc-0/,
            outputs: { region: "eu-west-1" },
        },
        {
            type: "aws:ec2/internetGateway:InternetGateway",
            inputs: { vpcId: "vpc-00000001" },
            id: /^igw-0/,
            outputs: { ownerId: "111122223333" },
        },
        {
            type: "aws:ec2/vpcEndpoint:VpcEndpoint",
            inputs: { vpcId: "vpc-00000001", serviceName: "com.amazonaws.eu-west-1.s3" },
            id: /^vpce-0/,
            outputs: { vpcEndpointType: "Gateway", state: "available", requesterManaged: false },
        },
        {
            type: "aws:ec2/flowLog:FlowLog",
            inputs: { vpcId: "vpc-00000001", trafficType: "ALL", logDestination: LOG, iamRoleArn: ROLE },
            id: /^fl-0/,
            outputs: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
        },
        {
            type: "aws:ec2/securityGroup:SecurityGroup",
            inputs: { name: "door", vpcId: "vpc-00000001" },
            id: /^sg-0/,
            outputs: { name: "door", description: "Managed by Pulumi", egress: [], ingress: [] },
        },
        {
            type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
            inputs: { vpcId: "vpc-00000001" },
            id: /^sg-0/,
            outputs: { name: "default", egress: [], ingress: [] },
        },
        {
            type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            inputs: { securityGroupId: "sg-00000001", ipProtocol: "tcp", cidrIpv4: "10.0.0.0/16" },
            id: /^sgr-0/,
            outputs: { ipProtocol: "tcp" },
        },
    ]);

    const group = { securityGroupId: "sg-00000001", ipProtocol: "tcp", fromPort: 443, toPort: 443 };
    const oneEnd = "cidrIpv4 must be given, or exactly one of cidrIpv4, cidrIpv6, prefixListId";

    refuses([
        {
            type: "aws:ec2/vpc:Vpc",
            good: { cidrBlock: "10.0.0.0/16", instanceTenancy: "default" },
            bad: [
                [{ cidrBlock: "10.0.0.0/8" }, "cidrBlock must be a block of /16 to /28"],
                [{ cidrBlock: null }, "cidrBlock is required without an IPAM pool"],
                [{ instanceTenancy: "shared" }, "instanceTenancy must be one of default, dedicated"],
            ],
        },
        {
            type: "aws:ec2/subnet:Subnet",
            good: { vpcId: "vpc-00000001", cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" },
            bad: [
                [{ vpcId: null }, "vpcId is required"],
                [{ cidrBlock: "10.0.0.0/29" }, "cidrBlock must be a block of /16 to /28"],
                [{ availabilityZone: "eu-west-1" }, "availabilityZone must be an availability zone"],
            ],
        },
        {
            type: "aws:ec2/routeTable:RouteTable",
            good: { vpcId: "vpc-00000001" },
            bad: [
                [{ vpcId: null }, "vpcId is required"],
                [
                    { routes: [{ cidrBlock: "0.0.0.0/0" }] },
                    "routes[0] must be the one target of the route; given are none",
                ],
            ],
        },
        {
            type: "aws:ec2/route:Route",
            good: { routeTableId: "rtb-00000001", gatewayId: "igw-1", destinationCidrBlock: "0.0.0.0/0" },
            bad: [
                [{ routeTableId: null }, "routeTableId is required"],
                [{ natGatewayId: "nat-1" }, "gatewayId must be the one target of the route; given are gatewayId, nat"],
            ],
        },
        {
            type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
            good: { routeTableId: "rtb-00000001", subnetId: "subnet-00000001" },
            bad: [
                [{ routeTableId: null }, "routeTableId is required"],
                [{ subnetId: null }, "subnetId must be given, or else gatewayId"],
                [{ gatewayId: "igw-1" }, "subnetId must be given, or else gatewayId"],
            ],
        },
        {
            type: "aws:ec2/vpcEndpoint:VpcEndpoint",
            good: {
                vpcId: "vpc-00000001",
                serviceName: "com.amazonaws.eu-west-1.sqs",
                vpcEndpointType: "Interface",
                subnetIds: ["subnet-00000001"],
                policy: "{}",
            },
            bad: [
                [{ vpcId: null }, "vpcId is required"],
                [{ vpcEndpointType: "Private" }, "vpcEndpointType must be one of"],
                [{ vpcEndpointType: "Gateway" }, "vpcEndpointType must be Interface to have subnetIds"],
                [{ vpcEndpointType: "Gateway", subnetIds: null }, "serviceName has no gateway endpoint; only s3"],
                [{ routeTableIds: ["rtb-00000001"] }, "routeTableIds are for gateway endpoints"],
                [{ policy: "open" }, "policy is not a JSON object"],
            ],
        },
        {
            type: "aws:ec2/flowLog:FlowLog",
            good: { vpcId: "vpc-00000001", trafficType: "ALL", logDestination: LOG, iamRoleArn: ROLE },
            bad: [
                [{ trafficType: "SOME" }, "trafficType must be one of"],
                [{ maxAggregationInterval: 30 }, "maxAggregationInterval must be one of 60, 600"],
                [{ logDestinationType: "disk" }, "logDestinationType must be one of"],
                [{ iamRoleArn: null }, "iamRoleArn is required to deliver to cloud-watch-logs"],
                [{ iamRoleArn: "logs" }, "iamRoleArn must be the ARN of a role"],
                [{ subnetId: "subnet-00000001" }, "vpcId must be given, or exactly one of"],
            ],
        },
        {
            type: "aws:ec2/securityGroup:SecurityGroup",
            good: { name: "door", description: "Who may knock", vpcId: "vpc-00000001" },
            bad: [
                [{ name: "sg-door" }, "name must be made of"],
                [{ description: "door\n" }, "description must be letters"],
                [{ description: "x".repeat(256) }, "description must have at most 255 characters"],
            ],
        },
        {
            type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            good: { ...group, prefixListId: "pl-1" },
            bad: [
                [{ prefixListId: null }, oneEnd],
                [{ cidrIpv4: "10.0.0.0/16" }, oneEnd],
                [{ ipProtocol: null }, "ipProtocol is required"],
                [{ toPort: 70_000 }, "toPort must be a whole number from -1 to 65535"],
            ],
        },
    ]);
});
