import assert from "node:assert/strict";
import { azureToken } from "../../../functions/request/azure-token.ts";
import { azure } from "./azure.ts";

const ASSERTION = "eyJ.of.aws";
const GOOD: [number, unknown] = [200, { token_type: "Bearer", expires_in: 86399, access_token: "eyJ.of.azure" }];
const NO_MATCH = { error: "invalid_request", error_description: "AADSTS700213: No matching federated identity record" };
const NO_TENANT = { error: "invalid_request", error_description: "AADSTS90002: Tenant 'it' not found." };

describe("azureToken", () => {
    let close = async (): Promise<unknown> => undefined;
    afterEach(() => close());

    async function exchange(...answers: Parameters<typeof azure>[0]) {
        const entra = await azure(answers);
        close = entra.close;
        const signed: object[] = [];
        const sts = {
            async send(command: { readonly input: object }) {
                signed.push(command.input);
                return { WebIdentityToken: ASSERTION } as never;
            },
        };
        const place = { url: entra.url, tenantId: "the-tenant", clientId: "the-client" };
        return { ...entra, signed, token: azureToken(sts, place, entra.patience) };
    }

    it("has AWS sign for Entra alone, for five minutes, as Entra reads it", async () => {
        const { signed, token } = await exchange(GOOD);
        assert.equal(await token, "eyJ.of.azure");
        assert.deepEqual(signed, [
            { Audience: ["api://AzureADTokenExchange"], SigningAlgorithm: "RS256", DurationSeconds: 300 },
        ]);
    });

    it("gives the token of AWS in place of a secret, for Azure's management and nothing else", async () => {
        const { asked, token } = await exchange(GOOD);
        await token;
        assert.deepEqual([asked[0]?.method, asked[0]?.path], ["POST", "/the-tenant/oauth2/v2.0/token"]);
        assert.deepEqual(Object.fromEntries(new URLSearchParams(asked[0]?.body)), {
            grant_type: "client_credentials",
            client_id: "the-client",
            scope: "https://management.azure.com/.default",
            client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            client_assertion: ASSERTION,
        });
    });

    it("waits for a trust that is not known everywhere yet", async () => {
        const { pauses, token } = await exchange([400, NO_MATCH], [400, NO_MATCH], GOOD);
        assert.equal(await token, "eyJ.of.azure");
        assert.deepEqual(pauses, [2_000, 10_000]);
    });

    it("says what to check when the trust stays unknown, and no token", async () => {
        const { pauses, token } = await exchange(...Array(5).fill([400, NO_MATCH]));
        const error: Error = await token.then(
            () => assert.fail("it was refused"),
            (reason) => reason,
        );
        assert.equal(
            error.message,
            "the token of AWS was refused with status 400: AADSTS700213; check issuer, subject and audience of the federated credential aws-request of the identity the-client",
        );
        assert.equal(pauses.length, 4);
        assert.doesNotMatch(JSON.stringify({ ...error, stack: error.stack }), /eyJ/);
    });

    it("does not repeat what will be refused again", async () => {
        const { asked, token } = await exchange([400, NO_TENANT]);
        await assert.rejects(token, { name: "Refused", message: /AADSTS90002/ });
        assert.equal(asked.length, 1);
    });

    it("tries again when Entra is busy or silent", async () => {
        const { token } = await exchange([429, {}], [503, {}], "hang up", GOOD);
        assert.equal(await token, "eyJ.of.azure");
    });

    it("gives up in the end", async () => {
        const { token } = await exchange(...Array(5).fill([503, {}]));
        await assert.rejects(token, { name: "Unavailable", message: "the token of AWS: status 503 after 5 attempts" });
    });

    it("takes a token to no other address than it was meant for", async () => {
        const { token } = await exchange(...Array(5).fill([307, {}]));
        await assert.rejects(token, { name: "Unavailable" });
    });

    it("refuses an answer without a token", async () => {
        const { token } = await exchange([200, { hello: "there" }]);
        await assert.rejects(token, { message: "Entra answered without an access token" });
    });
});
