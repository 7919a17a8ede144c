import { OpenIdConnectProvider } from "@pulumi/aws/iam/openIdConnectProvider.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import {
    ComponentResource,
    type ComponentResourceOptions,
    type Input,
    jsonStringify,
    type Output,
} from "@pulumi/pulumi";
import { rolePolicy } from "../compute/role-policy.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";
import { entraIssuer } from "./entra-issuer.ts";

export interface LandingRoleArgs {
    /** AWS account, 12 digits. */
    accountId: string;
    /** The Azure tenant whose tokens count. */
    tenantId: string;
    /** For whom a token must be made out: the URI of the application in Entra. */
    appUri: string;
    /** Whose token it must be: the principal id of one identity of that tenant. */
    subject: Input<string>;
    /** Whether this stack owns the account's trust in the tenant; else it is expected to be there. */
    ownsProvider: boolean;
    /** Where data lands, and the prefix below which it may. */
    bucket: WorkBucket;
    prefix: string;
}

/** Under which names the role acts: `functions/receive` calls its sessions by the run, for whoever reads the trail. */
export const SESSION_NAMES = `adf-${[8, 4, 4, 4, 12].map((letters) => "?".repeat(letters)).join("-")}`;

/** What a token of one factory is good for in AWS: to add objects under one prefix, with one key. */
export class LandingRole extends ComponentResource {
    readonly arn: Output<string>;

    constructor(name: string, args: LandingRoleArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:LandingRole", name, {}, opts);
        const { accountId, tenantId, appUri, subject, ownsProvider, bucket, prefix } = args;
        const { url, host } = entraIssuer(tenantId);

        const child = { parent: this };
        const provider =
            ownsProvider &&
            new OpenIdConnectProvider(`${name}-tenant`, { url, clientIdLists: [appUri] }, { ...child, protect: true });
        const role = new Role(
            name,
            {
                description: "What Data Factory may do here: bring supplementary data",
                assumeRolePolicy: jsonStringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Effect: "Allow",
                            // Built from the tenant, so that a preview knows it and other stacks find the owner's.
                            Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${host}` },
                            Action: "sts:AssumeRoleWithWebIdentity",
                            Condition: {
                                StringEquals: { [`${host}:aud`]: appUri, [`${host}:sub`]: subject },
                                StringLike: { "sts:RoleSessionName": SESSION_NAMES },
                            },
                        },
                    ],
                }),
            },
            { ...child, ...(provider && { dependsOn: [provider] }) },
        );
        new RolePolicy(name, { role: role.name, policy: rolePolicy(bucket.grantAdd(prefix)) }, child);
        this.arn = role.arn;
        this.registerOutputs({ arn: this.arn });
    }
}
