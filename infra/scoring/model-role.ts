import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { type Input, interpolate, type Output, type Resource } from "@pulumi/pulumi";
import { rolePolicy } from "../compute/role-policy.ts";
import type { PrivateNetwork } from "../network/private-network.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { Image } from "./xgboost-image.ts";

export interface Place {
    /** AWS account of the platform, 12 digits. */
    accountId: string;
    /** AWS region of the platform. */
    region: string;
}

export interface ModelRole {
    arn: Output<string>;
    /** What must be there before SageMaker takes the role. */
    policy: RolePolicy;
}

/** A role that only SageMaker assumes, and only for this account. */
export function modelRole(
    parent: Resource,
    name: string,
    { accountId, region }: Place,
    { description, grants }: { description: string; grants: Grant[] },
): ModelRole {
    const assumeRolePolicy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "sagemaker.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": accountId },
                    ArnLike: { "aws:SourceArn": `arn:aws:sagemaker:${region}:${accountId}:*` },
                },
            },
        ],
    });
    const role = new Role(name, { description, assumeRolePolicy }, { parent });
    const policy = new RolePolicy(name, { role: role.name, policy: rolePolicy(grants) }, { parent });
    return { arn: role.arn, policy };
}

/** For each role that runs SageMaker's own image: fetch it, write the log, report how busy the machine is. */
export function grantRun(image: Image, logGroupArn: Input<string>): Grant[] {
    return [
        {
            Effect: "Allow",
            Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resource: image.repositoryArn,
        },
        // Logging in to a registry is of no repository.
        { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
        {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: logGroupArn,
        },
        {
            Effect: "Allow",
            Action: ["cloudwatch:PutMetricData"],
            // Metrics have no ARN; their namespace narrows it.
            Resource: "*",
            Condition: { StringLike: { "cloudwatch:namespace": "/aws/sagemaker/*" } },
        },
    ];
}

/** For a role whose machines are in our network: SageMaker connects and disconnects them in its name. */
export function grantConnect(network: PrivateNetwork, { accountId, region }: Place): Grant[] {
    const ours = `arn:aws:ec2:${region}:${accountId}`;
    const allow = (Resource: Grant["Resource"], ...Action: string[]): Grant => ({ Effect: "Allow", Action, Resource });
    return [
        allow(
            // AWS makes up the names of interfaces.
            `${ours}:network-interface/*`,
            "ec2:CreateNetworkInterface",
            "ec2:CreateNetworkInterfacePermission",
            "ec2:DeleteNetworkInterface",
            "ec2:DeleteNetworkInterfacePermission",
        ),
        allow(interpolate`${ours}:security-group/${network.securityGroupId}`, "ec2:CreateNetworkInterface"),
        // Any subnet of the account: without the group above, an interface elsewhere is refused.
        allow(`${ours}:subnet/*`, "ec2:CreateNetworkInterface"),
        allow(
            // EC2 describes no single thing: these five take no resource.
            "*",
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
        ),
    ];
}

/** For a role whose machines keep data on disks under the key: they use it by a grant that only AWS services get. */
export function grantDisks(key: PlatformKey): Grant[] {
    return [
        {
            Effect: "Allow",
            Action: ["kms:CreateGrant"],
            Resource: key.arn,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
    ];
}
