/** What a cloud would answer about a network; under mocks `awsx` makes no children. */
export function networkAnswer(type: string, name: string): Record<string, unknown> {
    if (type === "aws:ec2/vpcEndpoint:VpcEndpoint") return { prefixListId: `pl-${name}` };
    if (type === "aws:redshiftserverless/workgroup:Workgroup") return { endpoints: [{ address: `${name}.redshift` }] };
    if (type === "aws:redshiftserverless/namespace:Namespace")
        return { adminPasswordSecretArn: `arn:secret:${name}-admin` };
    if (type !== "awsx:ec2:Vpc") return {};
    return {
        vpcId: `${name}-vpc`,
        isolatedSubnetIds: [`${name}-subnet-1`, `${name}-subnet-2`],
        routeTables: [`${name}-table-1`, `${name}-table-2`],
    };
}
