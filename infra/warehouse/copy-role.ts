import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import type { Resource } from "@pulumi/pulumi";
import { rolePolicy } from "../compute/role-policy.ts";
import type { Grant } from "../security/grant.ts";

/** A bucket whose objects may be copied into the warehouse. */
export interface CopySource {
    grantScan(): Grant[];
}

export interface CopyRoleArgs {
    /** AWS account of the warehouse, 12 digits. */
    accountId: string;
    sources: CopySource[];
}

/** The role as which the warehouse reads what it loads. It can write nowhere, so nothing is unloaded. */
export function copyRole(parent: Resource, name: string, { accountId, sources }: CopyRoleArgs): Role {
    const role = new Role(
        name,
        { description: "What the warehouse may read to load it", assumeRolePolicy: redshiftOnly(accountId) },
        { parent },
    );
    const policy = rolePolicy(sources.flatMap((source) => source.grantScan()));
    new RolePolicy(name, { role: role.name, policy }, { parent });
    return role;
}

function redshiftOnly(accountId: string): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: ["redshift-serverless.amazonaws.com", "redshift.amazonaws.com"] },
                Action: "sts:AssumeRole",
                // Nobody documents that Redshift says on whose behalf it asks. Where it does it must be for this account;
                // where it does not, nobody else can have this role: only who may pass it on gives it to a warehouse.
                Condition: { StringEqualsIfExists: { "aws:SourceAccount": accountId } },
            },
        ],
    });
}
