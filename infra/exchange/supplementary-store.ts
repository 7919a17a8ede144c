import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import type { Factory } from "@pulumi/azure-native/datafactory/factory.js";
import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { BlobContainer } from "@pulumi/azure-native/storage/blobContainer.js";
import { BlobServiceProperties } from "@pulumi/azure-native/storage/blobServiceProperties.js";
import { StorageAccount } from "@pulumi/azure-native/storage/storageAccount.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Writer } from "../supplementary-writers.ts";
import { BLOB_WRITER, roleDefinition } from "./azure-roles.ts";

export interface SupplementaryStoreArgs {
    resourceGroup: ResourceGroup;
    /** Azure location, such as `westeurope`. */
    location: string;
    /** Who fetches the data. */
    reader: Factory;
    /** Who may put it there. Nobody but these and the reader gets past the firewall. */
    writers: Writer[];
    /** The Azure tenant of the reader. */
    tenantId: string;
    /** Copies of the data: in one building (LRS) or in three (ZRS), one region in both. */
    replication: "Standard_LRS" | "Standard_ZRS";
    /** Whether `pulumi destroy` may delete the account with all data in it. Default: false. */
    deletable?: boolean;
}

/** For which what is deleted can be had back; a set is brought anew each day. */
const KEPT_DAYS = 14;

/** Blob storage for supplementary data on Azure: no keys, no public access, TLS only, one reader, and writers by name. */
export class SupplementaryStore extends ComponentResource {
    readonly account: StorageAccount;
    readonly container: BlobContainer;

    constructor(name: string, args: SupplementaryStoreArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:SupplementaryStore", name, {}, opts);
        const { resourceGroup, location, reader, writers, tenantId, replication, deletable = false } = args;
        const keep = { parent: this, protect: !deletable };

        this.account = new StorageAccount(
            name,
            {
                resourceGroupName: resourceGroup.name,
                location,
                kind: "StorageV2",
                sku: { name: replication },
                allowSharedKeyAccess: false,
                allowBlobPublicAccess: false,
                allowCrossTenantReplication: false,
                defaultToOAuthAuthentication: true,
                isLocalUserEnabled: false,
                isSftpEnabled: false,
                enableHttpsTrafficOnly: true,
                minimumTlsVersion: "TLS1_2",
                encryption: {
                    keySource: "Microsoft.Storage",
                    // Encrypted twice, with two algorithms and two keys.
                    requireInfrastructureEncryption: true,
                    services: {
                        blob: { enabled: true, keyType: "Account" },
                        file: { enabled: true, keyType: "Account" },
                    },
                },
                // The firewall decides: a rule for one resource works on the public endpoint only, and nothing else does.
                publicNetworkAccess: "Enabled",
                networkRuleSet: {
                    defaultAction: "Deny",
                    bypass: "None",
                    ipRules: [],
                    virtualNetworkRules: [],
                    resourceAccessRules: [reader.id, ...writers.map(({ resourceId }) => resourceId)].map(
                        (resourceId) => ({
                            resourceId,
                            tenantId,
                        }),
                    ),
                },
                tags: { retention: "life-of-environment" },
            },
            keep,
        );
        const kept = { enabled: true, days: KEPT_DAYS };
        new BlobServiceProperties(
            name,
            {
                resourceGroupName: resourceGroup.name,
                accountName: this.account.name,
                blobServicesName: "default",
                // A writer may write over a set, or delete it: what was there before is still to be had.
                isVersioningEnabled: true,
                deleteRetentionPolicy: kept,
                containerDeleteRetentionPolicy: kept,
            },
            { parent: this },
        );
        this.container = new BlobContainer(
            name,
            {
                resourceGroupName: resourceGroup.name,
                accountName: this.account.name,
                containerName: "supplementary",
                publicAccess: "None",
            },
            keep,
        );
        for (const { name: writer, principalId } of writers) {
            new RoleAssignment(
                `${name}-writer-${writer}`,
                {
                    scope: this.container.id,
                    principalId,
                    principalType: "ServicePrincipal",
                    roleDefinitionId: roleDefinition(resourceGroup, BLOB_WRITER),
                },
                { parent: this },
            );
        }
        this.registerOutputs({ account: this.account.name, container: this.container.name });
    }
}
