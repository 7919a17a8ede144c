import { DefaultSecurityGroup } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { Vpc } from "@pulumi/awsx/ec2/vpc.js";
import { ComponentResource, type ComponentResourceOptions, type Output, output, type Resource } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { detachedGateway } from "./detached-gateway.ts";
import { endpoints } from "./endpoints.ts";
import { logFlows } from "./flow-log.ts";

export interface PrivateNetworkArgs {
    /** AWS account that owns the network, 12 digits. */
    accountId: string;
    /** AWS region of the network. */
    region: string;
    /** Availability zones that it spans; 1 to 4, and no more than the region has. */
    availabilityZones: number;
    /** Its log of all traffic: the key that encrypts it and the days for which it is kept. */
    log: { key: PlatformKey; retentionDays: number };
}

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

/**
 * Where the functions run: subnets from which no route leads to the internet, and no gateway is attached that one could lead to;
 * only endpoints of the services that the functions call. Nothing outside can reach in.
 */
export class PrivateNetwork extends ComponentResource {
    readonly vpcId: Output<string>;
    readonly subnetIds: Output<string[]>;
    readonly securityGroupId: Output<string>;
    /** The addresses of S3 behind its gateway, for rules of security groups. */
    readonly s3PrefixListId: Output<string>;
    /** What must be there before a function inside can work. */
    readonly waysOut: Resource[];

    constructor(name: string, args: PrivateNetworkArgs, opts?: ComponentResourceOptions) {
        super("compliance:network:PrivateNetwork", name, {}, opts);
        const { accountId, region, availabilityZones, log } = args;

        const child = { parent: this };
        const vpc = new Vpc(
            name,
            {
                numberOfAvailabilityZones: availabilityZones,
                subnetStrategy: "Auto",
                // A /20 in each zone: 4,091 addresses, more than functions and endpoints ever need.
                subnetSpecs: [{ type: "Isolated", cidrMask: 20 }],
                natGateways: { strategy: "None" },
                // Endpoints answer to the usual names of the services only with both.
                enableDnsSupport: true,
                enableDnsHostnames: true,
            },
            { ...child, transforms: [detachedGateway] },
        );
        this.subnetIds = vpc.isolatedSubnetIds;
        const { vpcId } = vpc;
        this.vpcId = vpcId;
        // No rules: what is put into the network without a group of its own can speak with nobody.
        new DefaultSecurityGroup(name, { vpcId, ingress: [], egress: [] }, child);
        logFlows(this, `${name}-flows`, { accountId, region, vpcId, ...log });

        const group = (kind: string, description: string) =>
            new SecurityGroup(`${name}-${kind}`, { vpcId, description }, child);
        const functions = group("functions", "The functions, which nobody may call and which call endpoints only");
        const securityGroup = group("endpoints", "The endpoints, which only the functions may call");
        const { s3, gateways, interfaces } = endpoints(this, name, {
            accountId,
            region,
            vpcId,
            routeTableIds: idsOf(vpc.routeTables),
            subnetIds: this.subnetIds,
            securityGroup,
        });
        const answer = new SecurityGroupIngressRule(
            `${name}-endpoints`,
            { securityGroupId: securityGroup.id, referencedSecurityGroupId: functions.id, ...HTTPS },
            child,
        );
        const call = (
            to: string,
            end: { referencedSecurityGroupId: Output<string> } | { prefixListId: Output<string> },
        ) => new SecurityGroupEgressRule(`${name}-${to}`, { securityGroupId: functions.id, ...end, ...HTTPS }, child);
        const calls = [
            call("to-endpoints", { referencedSecurityGroupId: securityGroup.id }),
            ...gateways.map((gateway, index) =>
                call(`to-gateway-${index + 1}`, { prefixListId: gateway.prefixListId }),
            ),
        ];
        this.s3PrefixListId = s3.prefixListId;
        this.securityGroupId = functions.id;
        this.waysOut = [...gateways, ...interfaces, answer, ...calls];
        this.registerOutputs({});
    }

    /** For the role of a function inside: Lambda connects and disconnects it in its name. */
    grantConnect(): Grant[] {
        return [
            {
                Effect: "Allow",
                Action: [
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:UnassignPrivateIpAddresses",
                ],
                // Lambda refuses a role that names subnets or interfaces here. The condition keeps all of this from the
                // code of the function: its own requests, unlike Lambda's, say which function they come from.
                Resource: "*",
                Condition: { Null: { "lambda:SourceFunctionArn": "true" } },
            },
        ];
    }
}

/** awsx hands out resources; the SDK gives only the ids of those whose class the program does not load. */
function idsOf(resources: Output<{ id: Output<string> }[]>): Output<string[]> {
    return output(resources).apply((all) => all.map((one) => (typeof one === "string" ? one : one.id)));
}
