import assert from "node:assert/strict";
import { GetWebIdentityTokenCommand, STSClient } from "@aws-sdk/client-sts";
import { itNeeds } from "../../support/correction.ts";

describe("correction signed-web-identities", () => {
    itNeeds("signed-web-identities", {
        behaviour: "gives no token for other clouds where the account signs none",
        observe: ({ clients }) =>
            clients
                .of(STSClient)
                .send(new GetWebIdentityTokenCommand({ Audience: ["api://it"], SigningAlgorithm: "RS256" }))
                .then(
                    () => "a token",
                    (error: Error) => error.name,
                ),
        expect: (seen) => assert.match(seen, /^OutboundWebIdentityFederationDisabled/),
    });
});
