import assert from "node:assert/strict";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { type Entra, startEntra } from "../../../../local/azure/entra/entra.ts";

const TENANT = "12345678-1234-4123-8123-123456789012";
const identity = { tenantId: TENANT, principalId: "principal", clientId: "client", resourceId: "/it" };

describe("Entra on the loopback", () => {
    let entra: Entra;
    before(async () => {
        entra = await startEntra();
    });
    after(() => entra.close());

    /** Where a real address answers here. */
    const here = (url: string) => {
        const [real, local] = Object.entries(entra.issuers).find(([name]) => url.startsWith(name)) ?? ["", ""];
        return new URL(local + url.slice(real.length));
    };
    const fetched = async (url: string) =>
        (await (await fetch(here(url))).json()) as { issuer: string; jwks_uri: string; keys: object[] };

    for (const [version, issuer] of [
        [1, `https://sts.windows.net/${TENANT}/`],
        [2, `https://login.microsoftonline.com/${TENANT}/v2.0`],
    ] as const) {
        it(`signs tokens of version ${version} that hold against what it publishes under its own name`, async () => {
            const token = await entra.tokenFor(identity, { resource: "api://it", version });
            const found = await fetched(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
            assert.equal(found.issuer, issuer);
            const keys = createRemoteJWKSet(here(found.jwks_uri));
            const { payload } = await jwtVerify(token, keys, { issuer, audience: "api://it", algorithms: ["RS256"] });
            assert.deepEqual([payload.sub, payload.oid, payload.tid], ["principal", "principal", TENANT]);
            assert.equal(payload.ver, `${version}.0`);
        });
    }

    it("names the application as each version does", async () => {
        const [one, two] = await Promise.all(
            ([1, 2] as const).map(async (version) =>
                decodeJwt(await entra.tokenFor(identity, { resource: "api://it", version })),
            ),
        );
        assert.deepEqual([one?.appid, one?.azp, two?.appid, two?.azp], ["client", undefined, undefined, "client"]);
    });

    it("publishes a key until it is withdrawn", async () => {
        const published = async () => {
            const { keys } = await fetched("https://login.windows.net/common/discovery/keys");
            assert.ok(!keys.some((key) => "d" in key), "a private key is published");
            return keys.length;
        };
        assert.equal(await published(), 1);
        await entra.keys.rotate();
        assert.equal(await published(), 2);
        entra.keys.withdrawOlder();
        assert.equal(await published(), 1);
    });

    it("knows no other address, and gives nobody a token who proves nothing", async () => {
        for (const [path, wanted] of [
            ["oauth2/token", 404],
            ["x/.well-known/openid-configuration", 404],
            ["oauth2/v2.0/token", 400],
        ] as const) {
            const answer = await fetch(here(`https://login.microsoftonline.com/${TENANT}/${path}`), { method: "POST" });
            assert.equal(answer.status, wanted);
            assert.doesNotMatch(await answer.text(), /access_token/);
        }
    });
});
