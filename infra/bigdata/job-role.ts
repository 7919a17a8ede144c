import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { Application } from "@pulumi/aws/emrserverless/application.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { interpolate, jsonStringify, type Resource } from "@pulumi/pulumi";
import { rolePolicy } from "../compute/role-policy.ts";
import type { Grant } from "../security/grant.ts";

export interface JobRoleArgs {
    /** The only application whose jobs may take the role. */
    application: Application;
    /** Where the jobs write their log. */
    logGroup: LogGroup;
    accountId: string;
    /** What the jobs may do besides. */
    grants: Grant[];
}

/** The role that the jobs of one application run in. */
export function jobRole(parent: Resource, name: string, args: JobRoleArgs): { role: Role; permitted: RolePolicy } {
    const { application, logGroup, accountId, grants } = args;
    const assumeRolePolicy = jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "emr-serverless.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": accountId },
                    ArnLike: { "aws:SourceArn": application.arn },
                },
            },
        ],
    });
    const role = new Role(name, { description: `What the job ${name} may do`, assumeRolePolicy }, { parent });
    const logging: Grant[] = [
        {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            // The colon and star mean the streams of this one log group, which AWS names.
            Resource: interpolate`${logGroup.arn}:*`,
        },
        {
            Effect: "Allow",
            Action: ["logs:DescribeLogGroups"],
            // A list of groups is of no single one; AWS asks for it before it writes.
            Resource: "*",
        },
    ];
    const policy = rolePolicy([...grants, ...logging]);
    const permitted = new RolePolicy(name, { role: role.name, policy }, { parent });
    return { role, permitted };
}
