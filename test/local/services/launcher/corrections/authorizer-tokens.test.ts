import assert from "node:assert/strict";
import { request } from "node:http";
import { decodeJwt, SignJWT } from "jose";
import { itNeedsWithIssuer } from "../../support/correction.ts";
import { create, makeFunction, resource } from "../../support/resources.ts";
import { AUDIENCE, goodToken, ISSUER, type Trusting } from "../../support/trusting.ts";

const ID = "abcdef0123";
const ECHO = "export const handler = async (event) => JSON.stringify(event.requestContext.authorizer.jwt.claims);";

/** An API with one route behind a function that tells what it was told of the caller. */
async function makeApi({ clients, folder }: Trusting): Promise<void> {
    await makeFunction(clients, "echo", { source: ECHO, folder });
    const apiId = ID;
    const make = (type: string, name: string, inputs: object) =>
        create(resource(type, name, { ...inputs, apiId }, name), clients);
    await create(resource("aws:apigatewayv2/api:Api", "guarded", { name: "guarded" }, ID), clients);
    await make("aws:apigatewayv2/authorizer:Authorizer", "who", {
        identitySources: ["$request.header.Authorization"],
        jwtConfiguration: { issuer: ISSUER, audiences: [AUDIENCE] },
    });
    const integrationUri = `arn:aws:lambda:${clients.region}:${clients.accountId}:function:echo`;
    await make("aws:apigatewayv2/integration:Integration", "what", { integrationUri, payloadFormatVersion: "2.0" });
    await make("aws:apigatewayv2/route:Route", "where", {
        ...{ routeKey: "GET /who", authorizationType: "JWT", authorizerId: "who", target: "integrations/what" },
    });
    await make("aws:apigatewayv2/stage:Stage", "when", { name: "$default", autoDeploy: true });
}

function ask({ clients }: Trusting, token: string): Promise<[number, string]> {
    const { hostname, port } = new URL(clients.endpoint);
    const headers = { host: `${ID}.execute-api.localhost:${port}`, authorization: `Bearer ${token}` };
    return new Promise((resolve, reject) => {
        const asked = request({ hostname, port, path: "/who", headers }, async (response) => {
            let text = "";
            for await (const part of response) text += part;
            resolve([response.statusCode ?? 0, text]);
        });
        asked.on("error", reject);
        asked.end();
    });
}

describe("correction authorizer-tokens", () => {
    itNeedsWithIssuer("authorizer-tokens", {
        behaviour: "asks the issuer for its keys, and lets in no token without an end",
        async observe(running) {
            await makeApi(running);
            const good = await goodToken(running);
            const { exp, ...claims } = decodeJwt(good);
            assert.notEqual(exp, undefined);
            const { kid, privateKey } = running.entra.keys.current;
            const endless = await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(privateKey);
            const [[status, text], [refused]] = [await ask(running, good), await ask(running, endless)];
            return { status, refused, exp: status === 200 ? JSON.parse(text).exp : undefined, text: String(exp) };
        },
        expect: ({ status, refused, exp, text }) => assert.deepEqual([status, refused, exp], [200, 401, text]),
    });
});
