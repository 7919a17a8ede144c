import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { DataSource } from "@pulumi/aws/quicksight/dataSource.js";
import { VpcConnection } from "@pulumi/aws/quicksight/vpcConnection.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Resource } from "@pulumi/pulumi";
import { rolePolicy } from "../compute/role-policy.ts";
import { interfaceGrants } from "./interface-grants.ts";
import { quickSightOnly } from "./quicksight-account.ts";

/** Where the warehouse is, and who may read there. */
export interface WarehouseAddress {
    address: Input<string>;
    port: Input<number>;
    database: Input<string>;
    /** Secret with the user name and password of a user who may read the schema `dashboard` and nothing else. */
    secretArn: Input<string>;
    securityGroupId: Input<string>;
}

export interface WarehouseLinkArgs {
    accountId: string;
    region: string;
    /** Id of the data source in QuickSight; the connection's is made from it. */
    id: string;
    vpcId: Input<string>;
    /** Private subnets of at least two availability zones, which QuickSight asks for. */
    subnetIds: Input<string[]>;
    warehouse: WarehouseAddress;
    /** What must be there before QuickSight may read the secret. */
    dependsOn: Resource[];
}

/** The way from QuickSight to the warehouse: inside the private network, encrypted, as a user who only reads views. */
export class WarehouseLink extends ComponentResource {
    readonly dataSource: DataSource;

    constructor(name: string, args: WarehouseLinkArgs, opts?: ComponentResourceOptions) {
        super("compliance:dashboards:WarehouseLink", name, {}, opts);
        const { accountId, region, id, vpcId, subnetIds, warehouse, dependsOn } = args;
        const child = { parent: this };

        const group = new SecurityGroup(
            name,
            { vpcId, description: "QuickSight, which may speak with the warehouse only" },
            child,
        );
        const there = { fromPort: warehouse.port, toPort: warehouse.port, ipProtocol: "tcp" };
        const rules = [
            new SecurityGroupEgressRule(
                `${name}-asks`,
                { securityGroupId: group.id, referencedSecurityGroupId: warehouse.securityGroupId, ...there },
                child,
            ),
            new SecurityGroupIngressRule(
                `${name}-asked`,
                { securityGroupId: warehouse.securityGroupId, referencedSecurityGroupId: group.id, ...there },
                child,
            ),
            // Unlike everywhere else, answers are not let in by themselves at QuickSight's interfaces, and they come
            // to any port: https://docs.aws.amazon.com/quicksight/latest/user/vpc-security-groups.html
            new SecurityGroupIngressRule(
                `${name}-answers`,
                {
                    securityGroupId: group.id,
                    referencedSecurityGroupId: warehouse.securityGroupId,
                    ipProtocol: "tcp",
                    fromPort: 0,
                    toPort: 65_535,
                },
                child,
            ),
        ];

        const role = new Role(
            name,
            { description: "Lets QuickSight connect to the warehouse", assumeRolePolicy: quickSightOnly() },
            child,
        );
        const grants = interfaceGrants({ accountId, region, vpcId, subnetIds, securityGroupId: group.id });
        const permitted = new RolePolicy(name, { role: role.name, policy: rolePolicy(grants) }, child);
        const connection = new VpcConnection(
            name,
            {
                vpcConnectionId: `${id}-connection`,
                name: `${id}-connection`,
                roleArn: role.arn,
                subnetIds,
                securityGroupIds: [group.id],
                // No resolvers: the warehouse's name leads to its private address from everywhere.
            },
            { ...child, dependsOn: [permitted, ...dependsOn] },
        );
        this.dataSource = new DataSource(
            name,
            {
                dataSourceId: id,
                name: id,
                type: "REDSHIFT",
                parameters: {
                    redshift: { host: warehouse.address, port: warehouse.port, database: warehouse.database },
                },
                vpcConnectionProperties: { vpcConnectionArn: connection.arn },
                sslProperties: { disableSsl: false },
                credentials: { secretArn: warehouse.secretArn },
            },
            { ...child, dependsOn: [...rules, ...dependsOn] },
        );
        this.registerOutputs({});
    }
}
