import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import type { Resource } from "@pulumi/pulumi";
import { rolePolicy } from "../compute/role-policy.ts";
import type { Grant } from "./grant.ts";

export interface ServiceRoleArgs {
    /** What its bearer may do, in a reader's words. */
    description: string;
    /** The one service that takes it on, such as `states.amazonaws.com`. */
    service: string;
    /** The account on whose behalf, 12 digits. */
    accountId: string;
    grants: Grant[];
    /** Path of the role, where the service finds it in no other. Default: that of the environment. */
    path?: string;
}

/** A role that one service takes on, only for this account. */
export function serviceRole(parent: Resource, name: string, args: ServiceRoleArgs): { role: Role; policy: RolePolicy } {
    const { description, service, accountId, grants, path } = args;
    const assumeRolePolicy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: service },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
        ],
    });
    const role = new Role(name, { description, assumeRolePolicy, ...(path !== undefined && { path }) }, { parent });
    const policy = new RolePolicy(name, { role: role.name, policy: rolePolicy(grants) }, { parent });
    return { role, policy };
}
