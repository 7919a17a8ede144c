import { type Input, interpolate, type Output, output } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";

export interface InterfaceGrantsArgs {
    accountId: string;
    region: string;
    vpcId: Input<string>;
    subnetIds: Input<string[]>;
    securityGroupId: Input<string>;
}

/**
 * What QuickSight needs to keep interfaces of its own in these subnets, and with that security group only: the five actions of
 * https://docs.aws.amazon.com/quicksight/latest/user/vpc-creating-a-connection-in-quicksight-cli.html, where it allows them anywhere.
 */
export function interfaceGrants(args: InterfaceGrantsArgs): Output<Grant[]> {
    const { accountId, region, vpcId, subnetIds, securityGroupId } = args;
    const ec2 = `arn:aws:ec2:${region}:${accountId}`;
    // An interface has no name before it exists; where it may be made is said by subnet and group.
    const interfaces = `${ec2}:network-interface/*`;
    const create = (Resource: Input<string>): Grant => ({
        Effect: "Allow",
        Action: ["ec2:CreateNetworkInterface"],
        Resource,
    });
    return output(subnetIds).apply((subnets): Grant[] => [
        ...subnets.map((subnet) => create(`${ec2}:subnet/${subnet}`)),
        create(interpolate`${ec2}:security-group/${securityGroupId}`),
        create(interfaces),
        {
            Effect: "Allow",
            Action: ["ec2:DeleteNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"],
            Resource: interfaces,
            Condition: { ArnEquals: { "ec2:Vpc": interpolate`${ec2}:vpc/${vpcId}` } },
        },
        {
            Effect: "Allow",
            // AWS has no narrower resource for a list of subnets or groups.
            Action: ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets"],
            Resource: "*",
        },
    ]) as Output<Grant[]>;
}
