import assert from "node:assert/strict";
import { EntraApplication } from "../../../infra/exchange/entra-application.ts";
import { allRegistered, created, protectedResources, recordResources } from "../../support/mocks.ts";

const APPLICATION = "azuread:index/application:Application";
const PRINCIPAL = "azuread:index/servicePrincipal:ServicePrincipal";

describe("EntraApplication", () => {
    beforeEach(async () => {
        await recordResources();
        new EntraApplication("it", { displayName: "exchange dev", appUri: "api://tenant/exchange" });
        await allRegistered();
    });

    it("is an audience of one tenant, for tokens of version 1, without anything to sign in by", () => {
        assert.deepEqual(created(APPLICATION, "it"), {
            displayName: "exchange dev",
            description: "The audience of tokens with which Data Factory brings data to AWS",
            identifierUris: ["api://tenant/exchange"],
            signInAudience: "AzureADMyOrg",
            api: { requestedAccessTokenVersion: 1 },
        });
    });

    it("is present in the tenant, so that Entra makes out tokens for it", () => {
        assert.deepEqual(created(PRINCIPAL, "it"), { clientId: "client-of-it" });
    });

    it("stays through a destroy in every stack", () => {
        assert.deepEqual(protectedResources(), [`${APPLICATION} it`, `${PRINCIPAL} it`]);
    });
});
