import assert from "node:assert/strict";
import { predicted, refusals } from "../support/table-checks.ts";
import { adds, refuses } from "../support/type-tests.ts";

const GROUP = "/subscriptions/11111111-1111-4111-a111-111111111111/resourceGroups/platform";
const ACCOUNT = `${GROUP}/providers/Microsoft.Storage/storageAccounts/supply`;
const account = {
    accountName: "supply",
    resourceGroupName: "platform",
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
};
const role = `${GROUP}/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-4000-a000-000000000001`;
const principalId = "33333333-3333-4333-a333-333333333333";

describe("the tables of azure-native", () => {
    adds([
        {
            type: "azure-native:resources:ResourceGroup",
            inputs: { resourceGroupName: "platform" },
            id: GROUP,
            outputs: { name: "platform", location: "westeurope" },
        },
        {
            type: "azure-native:storage:StorageAccount",
            inputs: { ...account, allowSharedKeyAccess: false },
            id: ACCOUNT,
            outputs: {
                name: "supply",
                allowSharedKeyAccess: false,
                enableHttpsTrafficOnly: true,
                primaryEndpoints: {
                    blob: "https://supply.blob.core.windows.net/",
                    dfs: "https://supply.dfs.core.windows.net/",
                    file: "https://supply.file.core.windows.net/",
                    queue: "https://supply.queue.core.windows.net/",
                    table: "https://supply.table.core.windows.net/",
                },
            },
        },
        {
            type: "azure-native:storage:BlobContainer",
            inputs: { accountName: "supply", resourceGroupName: "platform", containerName: "ratings" },
            id: `${ACCOUNT}/blobServices/default/containers/ratings`,
            outputs: { name: "ratings", publicAccess: "None" },
        },
        {
            type: "azure-native:datafactory:Factory",
            inputs: { factoryName: "exchange", resourceGroupName: "platform" },
            id: `${GROUP}/providers/Microsoft.DataFactory/factories/exchange`,
            outputs: { name: "exchange", publicNetworkAccess: "Enabled" },
        },
        {
            type: "azure-native:managedidentity:UserAssignedIdentity",
            inputs: { resourceName: "sender", resourceGroupName: "platform" },
            id: `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/sender`,
            outputs: { tenantId: "22222222-2222-4222-a222-222222222222" },
        },
        {
            type: "azure-native:authorization:RoleAssignment",
            inputs: { roleAssignmentName: principalId, scope: GROUP, roleDefinitionId: role, principalId },
            id: `${GROUP}/providers/Microsoft.Authorization/roleAssignments/${principalId}`,
            outputs: { name: principalId },
        },
    ]);

    refuses([
        {
            type: "azure-native:storage:StorageAccount",
            good: account,
            bad: [
                [{ sku: { name: "Cheap" } }, "sku.name must be one of"],
                [{ kind: "V2" }, "kind must be one of"],
                [{ minimumTlsVersion: "TLS1_4" }, "minimumTlsVersion must be one of"],
                [{ publicNetworkAccess: "Off" }, "publicNetworkAccess must be one of"],
                [{ networkRuleSet: {} }, "networkRuleSet must say its defaultAction"],
                [{ tags: { "a/b": "1" } }, "tags must not use"],
            ],
        },
        {
            type: "azure-native:storage:BlobContainer",
            good: { accountName: "supply", resourceGroupName: "platform" },
            bad: [[{ publicAccess: "All" }, "publicAccess must be one of"]],
        },
        {
            type: "azure-native:authorization:RoleAssignment",
            good: { scope: GROUP, roleDefinitionId: role, principalId, principalType: "ServicePrincipal" },
            bad: [
                [{ principalId: "me" }, "principalId must be a GUID"],
                [{ roleAssignmentName: "reader" }, "roleAssignmentName must have at least 36"],
                [{ roleDefinitionId: "Reader" }, "roleDefinitionId must be the id of a role definition"],
            ],
        },
    ]);

    it("adds the principal of an identity that Azure assigns, and none of one that it does not", () => {
        const type = "azure-native:datafactory:Factory";
        const own = predicted(type, { resourceGroupName: "g", identity: { type: "SystemAssigned" } }).outputs.identity;
        assert.deepEqual(Object.keys(own as object), ["principalId", "tenantId", "type"]);
        const other = predicted(type, { resourceGroupName: "g", identity: { type: "UserAssigned" } }).outputs.identity;
        assert.deepEqual(other, { type: "UserAssigned" });
    });

    it("refuses identities of a factory that are no map, which the SDK lets through and Azure does not take", () => {
        const type = "azure-native:datafactory:Factory";
        const given = (userAssignedIdentities: unknown) =>
            refusals(type, {
                resourceGroupName: "g",
                identity: { type: "UserAssigned", userAssignedIdentities },
            } as never);
        assert.deepEqual(given(["/subscriptions/s/x"]), [
            "identity.userAssignedIdentities must be a map whose keys are the ids of the identities, such as { [identity.id]: {} }",
        ]);
        assert.deepEqual(given({ "/subscriptions/s/x": {} }), []);
    });

    it("leave the program's location alone", () => {
        const { inputs } = predicted("azure-native:resources:ResourceGroup", { location: "northeurope" });
        assert.equal(inputs.location, "northeurope");
    });
});
