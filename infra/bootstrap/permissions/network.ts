import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

const KINDS = [
    "internet-gateway",
    "route-table",
    "security-group",
    "security-group-rule",
    "subnet",
    "vpc",
    "vpc-endpoint",
    "vpc-flow-log",
];

/** Virtual networks. Their ids are random, so a kind is the narrowest that can be named beforehand. */
export function network(place: Place): Access {
    const kinds = KINDS.map((kind) => arnIn(place, "ec2", `${kind}/*`));
    return {
        read: [
            unnamed(
                of(
                    "ec2",
                    "DescribeAccountAttributes",
                    "DescribeAddresses",
                    "DescribeAvailabilityZones",
                    "DescribeDhcpOptions",
                    "DescribeFlowLogs",
                    "DescribeInternetGateways",
                    "DescribeNetworkAcls",
                    "DescribeNetworkInterfaces",
                    "DescribePrefixLists",
                    "DescribeRouteTables",
                    "DescribeSecurityGroupRules",
                    "DescribeSecurityGroups",
                    "DescribeSubnets",
                    "DescribeTags",
                    "DescribeVpcEndpointServices",
                    "DescribeVpcEndpoints",
                    "DescribeVpcs",
                ),
            ),
            allow(of("ec2", "DescribeVpcAttribute"), arnIn(place, "ec2", "vpc/*")),
        ],
        write: [
            allow(
                of(
                    "ec2",
                    "AssociateRouteTable",
                    "AuthorizeSecurityGroupEgress",
                    "AuthorizeSecurityGroupIngress",
                    "CreateFlowLogs",
                    "CreateInternetGateway",
                    "CreateRouteTable",
                    "CreateSecurityGroup",
                    "CreateSubnet",
                    "CreateTags",
                    "CreateVpc",
                    "CreateVpcEndpoint",
                    "DeleteFlowLogs",
                    "DeleteInternetGateway",
                    "DeleteRouteTable",
                    "DeleteSecurityGroup",
                    "DeleteSubnet",
                    "DeleteTags",
                    "DeleteVpc",
                    "DeleteVpcEndpoints",
                    "DetachInternetGateway",
                    "DisassociateRouteTable",
                    "ModifySecurityGroupRules",
                    "ModifySubnetAttribute",
                    "ModifyVpcAttribute",
                    "ModifyVpcEndpoint",
                    "ReplaceRouteTableAssociation",
                    "RevokeSecurityGroupEgress",
                    "RevokeSecurityGroupIngress",
                ),
                kinds,
            ),
            // EMR connects its workers in the name of who makes the application; nobody else connects anything by this.
            allow(
                of("ec2", "CreateNetworkInterface"),
                ["network-interface/*", "security-group/*", "subnet/*"].map((kind) => arnIn(place, "ec2", kind)),
                { StringEquals: { "aws:CalledViaLast": "ops.emr-serverless.amazonaws.com" } },
            ),
            // The private names of an endpoint are a zone that AWS owns.
            allow(of("route53", "AssociateVPCWithHostedZone"), "arn:aws:route53:::hostedzone/*"),
        ],
    };
}
