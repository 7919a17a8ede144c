import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type { Resource } from "@pulumi/pulumi";
import type { PrivateNetwork } from "../network/private-network.ts";

/**
 * Where the warehouse stands in the network. Nobody may connect until he gets a rule of his own: our functions use the
 * Data API, which needs none. It may itself speak with S3 only, through the network's gateway, to load.
 */
export function warehouseGroup(parent: Resource, name: string, network: PrivateNetwork) {
    const description = "The warehouse, which only who has a rule may call and which calls S3 only";
    const group = new SecurityGroup(name, { vpcId: network.vpcId, description }, { parent });
    const rule = new SecurityGroupEgressRule(
        `${name}-to-s3`,
        {
            securityGroupId: group.id,
            prefixListId: network.s3PrefixListId,
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
        },
        { parent },
    );
    return { group, rules: [rule, ...network.waysOut] };
}
