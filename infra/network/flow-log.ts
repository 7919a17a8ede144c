import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { FlowLog } from "@pulumi/aws/ec2/flowLog.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { type Input, interpolate, type Resource } from "@pulumi/pulumi";
import { rolePolicy } from "../compute/role-policy.ts";
import type { PlatformKey } from "../security/platform-key.ts";

export interface FlowLogArgs {
    accountId: string;
    region: string;
    vpcId: Input<string>;
    /** Key that encrypts the log. */
    key: PlatformKey;
    /** Days for which it is kept. */
    retentionDays: number;
}

/** Who spoke with whom in the network, accepted or refused, minute by minute. */
export function logFlows(parent: Resource, name: string, args: FlowLogArgs): void {
    const { accountId, region, vpcId, key, retentionDays } = args;
    const child = { parent };
    const group = new LogGroup(
        name,
        { kmsKeyId: key.arn, retentionInDays: retentionDays, tags: { retention: `${retentionDays}-days` } },
        child,
    );
    const role = new Role(
        name,
        { description: `Writes ${name}`, assumeRolePolicy: flowLogsOnly(accountId, region) },
        child,
    );
    const policy = rolePolicy([
        {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            // The colon and star mean the streams of this one log group, which AWS names.
            Resource: interpolate`${group.arn}:*`,
        },
        {
            Effect: "Allow",
            Action: ["logs:DescribeLogGroups"],
            // A list of groups is of no single one; AWS asks for it before each delivery.
            Resource: "*",
        },
    ]);
    const permitted = new RolePolicy(name, { role: role.name, policy }, child);
    new FlowLog(
        name,
        {
            vpcId,
            trafficType: "ALL",
            logDestinationType: "cloud-watch-logs",
            logDestination: group.arn,
            iamRoleArn: role.arn,
            maxAggregationInterval: 60,
        },
        { parent, dependsOn: permitted },
    );
}

function flowLogsOnly(accountId: string, region: string): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": accountId },
                    ArnLike: { "aws:SourceArn": `arn:aws:ec2:${region}:${accountId}:vpc-flow-log/*` },
                },
            },
        ],
    });
}
