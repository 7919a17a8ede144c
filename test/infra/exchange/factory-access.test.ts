import assert from "node:assert/strict";
import { AzureExchange } from "../../../infra/exchange/azure-exchange.ts";
import { FactoryAccess } from "../../../infra/exchange/factory-access.ts";
import { guidFrom } from "../../../infra/exchange/guid-from.ts";
import { allRegistered, created, found, namesOf, protectedResources, recordResources } from "../../support/mocks.ts";

const FEDERATION = "aws:iam/outboundWebIdentityFederation:OutboundWebIdentityFederation";
const CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";
const ROLE = "azure-native:authorization:RoleDefinition";
const ASSIGNMENT = "azure-native:authorization:RoleAssignment";
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

async function create(issuer?: string): Promise<void> {
    await recordResources();
    const { resourceGroup, factory, identities } = new AzureExchange("x", {
        ...{ location: "westeurope", tenantId: "12345678-1234-4123-8123-123456789012", logDays: 30 },
        ...{ replication: "Standard_LRS", alertEmails: ["a@b.example"], deletable: true },
        budget: { monthly: 1 },
        writers: [],
    });
    const subject = "arn:aws:iam::111122223333:role/request";
    new FactoryAccess("way", { resourceGroup, factory, identity: identities.asking, subject, issuer });
    await allRegistered();
}

describe("FactoryAccess", () => {
    it("trusts one role of this account, by the tokens that AWS signs for Entra", async () => {
        await create();
        assert.deepEqual(created(CREDENTIAL, "way"), {
            resourceGroupName: "x",
            resourceName: "x-asking",
            federatedIdentityCredentialResourceName: "aws-request",
            issuer: "https://way-issuer.tokens.sts.global.api.aws",
            subject: "arn:aws:iam::111122223333:role/request",
            audiences: ["api://AzureADTokenExchange"],
        });
    });

    it("lets that identity start, read and call off runs of this factory, and nothing else", async () => {
        await create();
        const { permissions, assignableScopes, roleName, roleDefinitionId } = created(ROLE, "way");
        assert.deepEqual(permissions, [
            {
                actions: [
                    "Microsoft.DataFactory/factories/pipelines/createrun/action",
                    "Microsoft.DataFactory/factories/pipelineruns/read",
                    "Microsoft.DataFactory/factories/pipelineruns/cancel/action",
                ],
                notActions: [],
                dataActions: [],
                notDataActions: [],
            },
        ]);
        assert.deepEqual([assignableScopes, roleName], [["x-id"], "Ask for runs in x"]);
        const { roleAssignmentName, roleDefinitionId: assigned, ...rest } = created(ASSIGNMENT, "way");
        assert.deepEqual(rest, {
            scope: "x-id",
            principalId: "principal-of-x-asking",
            principalType: "ServicePrincipal",
        });
        assert.match(String(roleAssignmentName), GUID);
        assert.match(String(roleDefinitionId), GUID);
        assert.equal(String(assigned).split("/").at(-1), roleDefinitionId);
        assert.ok(found(ASSIGNMENT, "way").dependsOn.some((one) => one.endsWith("RoleDefinition way")));
    });

    it("makes the account's issuer, which a destroy leaves, unless another stack owns it", async () => {
        await create();
        assert.deepEqual(protectedResources(), [`${FEDERATION} way-issuer`]);
        await create("https://owned.tokens.sts.global.api.aws");
        assert.deepEqual(namesOf(FEDERATION), []);
        assert.equal(created(CREDENTIAL, "way").issuer, "https://owned.tokens.sts.global.api.aws");
    });
});

describe("guidFrom", () => {
    it("gives the same GUID for the same text, another for another", () => {
        assert.equal(guidFrom("one"), guidFrom("one"));
        assert.notEqual(guidFrom("one"), guidFrom("other"));
        assert.match(guidFrom("one"), GUID);
    });
});
