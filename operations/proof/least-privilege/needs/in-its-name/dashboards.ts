import { list, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";

const VPC_CONNECTION =
    "https://docs.aws.amazon.com/quicksight/latest/user/vpc-creating-a-connection-in-quicksight-cli.html";
const SECRETS = "https://docs.aws.amazon.com/quicksight/latest/user/secrets-manager-integration.html";

/** What QuickSight does in the name of the roles that it is given. */
export function byQuickSight({ ofType, role, names, find }: Program): Need[] {
    const interfaces = "arn:aws:ec2:{region}:{account}:network-interface/*";
    const arnOf = (type: string) => (id: unknown) => names.plain(text(find(type, id)?.outputs, "arn"));
    const links = ofType("aws:quicksight/vpcConnection:VpcConnection").flatMap(({ props }) => {
        const because = { why: "QuickSight keeps interfaces of its own in the network", source: VPC_CONNECTION };
        const holder = role(props.roleArn);
        const places = [
            ...list(props, "subnetIds").map(arnOf("aws:ec2/subnet:Subnet")),
            ...list(props, "securityGroupIds").map(arnOf("aws:ec2/securityGroup:SecurityGroup")),
        ];
        return [
            ...[interfaces, ...places].flatMap((one) => needs(holder, ["ec2:CreateNetworkInterface"], one, because)),
            ...needs(
                holder,
                ["ec2:DeleteNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"],
                interfaces,
                because,
            ),
            ...needs(holder, ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets"], "*", because),
        ];
    });
    const secrets = ofType("aws:quicksight/dataSource:DataSource").flatMap(({ props }) =>
        needs(
            role("aws-quicksight-secretsmanager-role-v0"),
            ["secretsmanager:GetSecretValue"],
            names.plain(text(props, "credentials", "secretArn")),
            {
                why: "QuickSight reads the password of its data source",
                source: SECRETS,
            },
        ),
    );
    return [...links, ...secrets];
}
