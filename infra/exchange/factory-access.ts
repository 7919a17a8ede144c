import { OutboundWebIdentityFederation } from "@pulumi/aws/iam/outboundWebIdentityFederation.js";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { RoleDefinition } from "@pulumi/azure-native/authorization/roleDefinition.js";
import type { Factory } from "@pulumi/azure-native/datafactory/factory.js";
import { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { ComponentResource, type ComponentResourceOptions, type Input, interpolate } from "@pulumi/pulumi";
import { askingRole, roleDefinition } from "./azure-roles.ts";
import { guidFrom } from "./guid-from.ts";

export interface FactoryAccessArgs {
    resourceGroup: ResourceGroup;
    factory: Factory;
    /** As whom the factory is asked; it has no other right. */
    identity: UserAssignedIdentity;
    /** Who in AWS may act as that identity: the ARN of one role. */
    subject: Input<string>;
    /** Who signs this account's tokens, where another stack owns that. Default: it is made, once for the account. */
    issuer?: string | undefined;
}

/** The only audience that Entra takes of a token from elsewhere; it names no tenant, so issuer and subject decide. */
export const ENTRA_EXCHANGE = "api://AzureADTokenExchange";

/** All that is needed to start runs, watch them and call them off; not to change, read or list pipelines. */
const ACTIONS = [
    "Microsoft.DataFactory/factories/pipelines/createrun/action",
    "Microsoft.DataFactory/factories/pipelineruns/read",
    "Microsoft.DataFactory/factories/pipelineruns/cancel/action",
];

/** The way back: one role of AWS may ask this factory for runs, by a token that AWS signs for it. */
export class FactoryAccess extends ComponentResource {
    constructor(name: string, args: FactoryAccessArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:FactoryAccess", name, {}, opts);
        const { resourceGroup, factory, identity, subject } = args;

        const child = { parent: this };
        // Its end would end every trust in this account, also that of other stacks.
        const issuer =
            args.issuer ??
            new OutboundWebIdentityFederation(`${name}-issuer`, {}, { ...child, protect: true }).issuerIdentifier;
        new FederatedIdentityCredential(
            name,
            {
                resourceGroupName: resourceGroup.name,
                resourceName: identity.name,
                federatedIdentityCredentialResourceName: "aws-request",
                issuer,
                subject,
                audiences: [ENTRA_EXCHANGE],
            },
            child,
        );
        const roleId = resourceGroup.id.apply(askingRole);
        const role = new RoleDefinition(
            name,
            {
                scope: resourceGroup.id,
                roleDefinitionId: roleId,
                // Unique in the tenant, as the resource group is in its subscription by its random end.
                roleName: interpolate`Ask for runs in ${resourceGroup.name}`,
                roleType: "CustomRole",
                description: "Starts pipeline runs, watches them and calls them off",
                assignableScopes: [resourceGroup.id],
                permissions: [{ actions: ACTIONS, notActions: [], dataActions: [], notDataActions: [] }],
            },
            child,
        );
        new RoleAssignment(
            name,
            {
                roleAssignmentName: factory.id.apply((id) => guidFrom(`${id} is asked for runs`)),
                scope: factory.id,
                principalId: identity.principalId,
                principalType: "ServicePrincipal",
                roleDefinitionId: roleDefinition(resourceGroup, roleId),
            },
            { ...child, dependsOn: [role] },
        );
        this.registerOutputs({});
    }
}
