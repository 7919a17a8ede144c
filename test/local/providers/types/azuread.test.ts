import assert from "node:assert/strict";
import { azuread } from "../../../../local/providers/packages/azuread.ts";
import { predicted } from "../support/table-checks.ts";
import { adds, refuses, UUID } from "../support/type-tests.ts";

const APPLICATION = "azuread:index/application:Application";
const PRINCIPAL = "azuread:index/servicePrincipal:ServicePrincipal";
const CLIENT = "12345678-1234-4123-8123-123456789012";
const application = {
    displayName: "exchange",
    identifierUris: ["api://22222222-2222-4222-a222-222222222222/exchange"],
    signInAudience: "AzureADMyOrg",
    api: { requestedAccessTokenVersion: 1 },
};

describe("the tables of azuread", () => {
    adds([
        {
            type: APPLICATION,
            inputs: { displayName: "exchange" },
            id: new RegExp(`^/applications/${UUID.source}$`),
            outputs: { signInAudience: "AzureADMyOrg" },
        },
        {
            type: PRINCIPAL,
            inputs: { clientId: CLIENT },
            id: new RegExp(`^/servicePrincipals/${UUID.source}$`),
            outputs: {
                accountEnabled: true,
                applicationTenantId: "22222222-2222-4222-a222-222222222222",
                servicePrincipalNames: [CLIENT],
            },
        },
    ]);

    it("give an application two ids of its own, the same in each run", () => {
        const ids = ["one", "one", "two"].map((name) => {
            const { objectId, clientId } = predicted(APPLICATION, { displayName: "exchange" }, name).outputs;
            return [objectId, clientId].map(String);
        });
        for (const id of ids.flat()) assert.match(id, UUID);
        assert.deepEqual(ids[0], ids[1]);
        assert.equal(new Set(ids.flat()).size, 4);
    });

    refuses([
        {
            type: APPLICATION,
            good: application,
            bad: [
                [{ displayName: null }, "displayName is required"],
                [{ displayName: "" }, "displayName must be a name of 1 to 120 characters"],
                [{ displayName: "x".repeat(121) }, "displayName must be a name of 1 to 120 characters"],
                [{ description: "x".repeat(1025) }, "description must have at most 1024 characters"],
                [{ identifierUris: ["exchange"] }, "identifierUris[0] must be a URI"],
                [{ identifierUris: ["api://exchange/"] }, "identifierUris[0] must be a URI without a slash at its end"],
                [{ identifierUris: ["api://one", "api://one"] }, "identifierUris must name each URI once"],
                [{ signInAudience: "Everybody" }, "signInAudience must be one of AzureADMyOrg"],
                [{ api: { requestedAccessTokenVersion: 3 } }, "api.requestedAccessTokenVersion must be one of 1, 2"],
                [
                    { signInAudience: "PersonalMicrosoftAccount" },
                    "api.requestedAccessTokenVersion must be 2 where signInAudience is PersonalMicrosoftAccount",
                ],
            ],
        },
        {
            type: PRINCIPAL,
            good: { clientId: CLIENT },
            bad: [
                [{ clientId: null }, "clientId is required"],
                [{ clientId: "exchange" }, "clientId must be a GUID"],
                [{ description: "x".repeat(1025) }, "description must have at most 1024 characters"],
                [{ preferredSingleSignOnMode: "magic" }, "preferredSingleSignOnMode must be one of oidc"],
            ],
        },
    ]);

    it("refuse a tenant that is no GUID", () => {
        const refused = azuread.checkConfig({ tenantId: "the-bank" });
        assert.deepEqual(refused, [{ property: "tenantId", reason: 'must be a GUID, got "the-bank"' }]);
    });
});
