import assert from "node:assert/strict";
import { AzureExchange } from "../../../infra/exchange/azure-exchange.ts";
import type { Writer } from "../../../infra/supplementary-writers.ts";
import { allRegistered, created, protectedResources, recordResources } from "../../support/mocks.ts";

const TENANT = "12345678-1234-4123-8123-123456789012";

async function create(deletable?: boolean, writers: Writer[] = []): Promise<void> {
    const place = { location: "westeurope", tenantId: TENANT, replication: "Standard_ZRS" } as const;
    const watched = {
        alertEmails: ["operator@bank.example"],
        logDays: 400,
        budget: { monthly: 100 },
    };
    new AzureExchange("x", { ...place, ...watched, writers, ...(deletable && { deletable }) });
    await allRegistered();
}

describe("AzureExchange", () => {
    beforeEach(recordResources);

    it("stores data without keys, public access, plain HTTP or old TLS, encrypted twice, for one reader", async () => {
        await create();
        assert.deepEqual(created("azure-native:storage:StorageAccount", "x"), {
            resourceGroupName: "x",
            location: "westeurope",
            kind: "StorageV2",
            sku: { name: "Standard_ZRS" },
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
                requireInfrastructureEncryption: true,
                services: { blob: { enabled: true, keyType: "Account" }, file: { enabled: true, keyType: "Account" } },
            },
            publicNetworkAccess: "Enabled",
            networkRuleSet: {
                defaultAction: "Deny",
                bypass: "None",
                ipRules: [],
                virtualNetworkRules: [],
                resourceAccessRules: [{ resourceId: "x-id", tenantId: TENANT }],
            },
            tags: { retention: "life-of-environment" },
        });
        assert.deepEqual(created("azure-native:storage:BlobContainer", "x"), {
            resourceGroupName: "x",
            accountName: "x",
            containerName: "supplementary",
            publicAccess: "None",
        });
    });

    it("keeps versions of blobs, and what is deleted for two weeks", async () => {
        await create();
        const kept = { enabled: true, days: 14 };
        assert.deepEqual(created("azure-native:storage:BlobServiceProperties", "x"), {
            ...{ resourceGroupName: "x", accountName: "x", blobServicesName: "default" },
            ...{ isVersioningEnabled: true, deleteRetentionPolicy: kept, containerDeleteRetentionPolicy: kept },
        });
    });

    it("lets only writers that the configuration names put data there, each from one resource", async () => {
        const writer = { name: "customer-data", principalId: "the-writer", resourceId: "/subscriptions/s/factories/f" };
        await create(false, [writer]);
        const { networkRuleSet } = created("azure-native:storage:StorageAccount", "x");
        assert.deepEqual((networkRuleSet as Record<string, unknown>).resourceAccessRules, [
            { resourceId: "x-id", tenantId: TENANT },
            { resourceId: writer.resourceId, tenantId: TENANT },
        ]);
        const assignment = created("azure-native:authorization:RoleAssignment", "x-writer-customer-data");
        assert.match(String(assignment.roleDefinitionId), /\/roleDefinitions\/ba92f5b4-2d11-453d-a403-e96b0029c9fe$/);
        assert.deepEqual(
            [assignment.scope, assignment.principalId, assignment.principalType],
            ["x-id", "the-writer", "ServicePrincipal"],
        );
    });

    it("has a Data Factory with an identity of its own and one to land data as, that nobody reaches from the internet", async () => {
        await create();
        assert.deepEqual(created("azure-native:datafactory:Factory", "x"), {
            resourceGroupName: "x",
            location: "westeurope",
            identity: { type: "SystemAssigned" },
            publicNetworkAccess: "Disabled",
        });
    });

    it("lies in one place", async () => {
        await create();
        assert.deepEqual(created("azure-native:resources:ResourceGroup", "x"), { location: "westeurope" });
    });

    it("keeps its data through a destroy unless it is deletable", async () => {
        await create();
        assert.deepEqual(protectedResources(), [
            "azure-native:resources:ResourceGroup x",
            "azure-native:storage:BlobContainer x",
            "azure-native:storage:StorageAccount x",
        ]);
        await recordResources();
        await create(true);
        assert.deepEqual(protectedResources(), []);
    });
});
