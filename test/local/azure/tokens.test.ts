import assert from "node:assert/strict";
import { atSts } from "./support/at-sts.ts";
import { atTheDoor } from "./support/at-the-door.ts";
import { APP_URI, newRun, TENANT, theExchange } from "./support/exchange.ts";
import { encoded, hs256, ownKey, type Tools, tools, withPart } from "./support/forgery.ts";

const OTHER = "99999999-9999-4999-8999-999999999999";
const HOUR = 3600;
const seconds = () => Math.floor(Date.now() / 1000);

type Attack = [what: string, token: (tools: Tools) => string | Promise<string>, door?: string];

/** Where the function turns away whom the authorizer has to let in. */
const BY_THE_FUNCTION = "other-identity";

const ATTACKS: Attack[] = [
    ["of another tenant", ({ somebody }) => somebody({ tenantId: OTHER })],
    ["of another tenant that says it is ours", ({ signed, claims }) => signed({ ...claims, iss: issuer(OTHER) })],
    ["for another audience", ({ somebody }) => somebody({}, "https://management.azure.com/")],
    ["for the audience that all federations share", ({ somebody }) => somebody({}, "api://AzureADTokenExchange")],
    ["for the audience, with a slash more", ({ somebody }) => somebody({}, `${APP_URI}/`)],
    ["for the audience in capitals", ({ somebody }) => somebody({}, APP_URI.toUpperCase())],
    ["of another identity", ({ somebody }) => somebody({ principalId: OTHER }), BY_THE_FUNCTION],
    [
        "of the same application, but another identity",
        ({ signed, claims }) => signed({ ...claims, sub: claims.appid }),
        BY_THE_FUNCTION,
    ],
    ["of everybody", ({ signed, claims }) => signed({ ...claims, sub: "*" }), BY_THE_FUNCTION],
    [
        "of our identity and another",
        ({ signed, claims }) => signed({ ...claims, sub: [claims.sub, OTHER] }),
        BY_THE_FUNCTION,
    ],
    [
        "of our identity, in capitals",
        ({ signed, claims }) => signed({ ...claims, sub: `${claims.sub}`.toUpperCase() }),
        BY_THE_FUNCTION,
    ],
    ["of nobody", ({ signed, claims: { sub: _, ...claims } }) => signed(claims), BY_THE_FUNCTION],
    [
        "of another environment",
        ({ somebody }) => somebody({ principalId: OTHER }, `api://${TENANT}/compliance-exchange-dev`),
    ],
    ["that has expired", ({ signed, claims }) => signed({ ...claims, exp: seconds() - 1 })],
    ["that is not valid yet", ({ signed, claims }) => signed({ ...claims, nbf: seconds() + HOUR })],
    ["that was made in the future", ({ signed, claims }) => signed({ ...claims, iat: seconds() + HOUR })],
    ["without an end", ({ signed, claims: { exp: _, ...claims } }) => signed(claims)],
    ["that ends as a text", ({ signed, claims }) => signed({ ...claims, exp: String(claims.exp) })],
    ["that ends as a truth", ({ signed, claims }) => signed({ ...claims, exp: true })],
    ["without a signature", ({ good }) => withPart(good, 2, "")],
    ["with the signature cut off", ({ good }) => good.split(".").slice(0, 2).join(".")],
    ["with the algorithm none", ({ claims }) => `${encoded({ alg: "none" })}.${encoded(claims)}.`],
    [
        "with the algorithm none and a signature",
        ({ good }) => withPart(good, 0, encoded({ alg: "none", kid: "key-1" })),
    ],
    ["with the algorithm nOnE", ({ claims }) => `${encoded({ alg: "nOnE" })}.${encoded(claims)}.AA`],
    ["by HS256 with the public key", ({ claims, publicKey }) => hs256({ kid: "key-1" }, claims, publicKey)],
    ["by RS384, says it", ({ signed, claims }) => signed(claims, { alg: "RS384" })],
    ["by an unknown key", ({ forged, claims }) => forged(claims, { kid: "key-99" })],
    ["by an unknown key that calls itself known", ({ forged, claims }) => forged(claims)],
    ["by a key that it brings along", ({ forged, claims }) => forged(claims, { jwk: ownKey })],
    [
        "by a key that it says where to find",
        ({ forged, claims }) => forged(claims, { jku: "https://evil.example/keys" }),
    ],
    ["by a key without a name", ({ forged, claims }) => forged(claims, { kid: undefined })],
    ["by a key named by a path", ({ forged, claims }) => forged(claims, { kid: "../../key-1" })],
    ["that demands what nobody understands", ({ signed, claims }) => signed(claims, { crit: ["exp"], exp: 1 })],
    [
        "with the claims of another",
        async ({ good, claims, somebody }) =>
            withPart(await somebody({ principalId: OTHER }), 1, good.split(".")[1] ?? encoded(claims)),
    ],
    [
        "with the signature of another",
        async ({ good, somebody }) => withPart(good, 2, (await somebody({ principalId: OTHER })).split(".")[2] ?? ""),
    ],
    ["of version 2", ({ somebody }) => somebody({}, APP_URI, 2)],
    ["of version 2 for the client id", ({ somebody, claims }) => somebody({}, String(claims.appid), 2)],
    [
        "of an issuer without the slash",
        ({ signed, claims }) => signed({ ...claims, iss: `${claims.iss}`.slice(0, -1) }),
    ],
    ["of an issuer with a slash more", ({ signed, claims }) => signed({ ...claims, iss: `${claims.iss}/` })],
    ["of an issuer in capitals", ({ signed, claims }) => signed({ ...claims, iss: `${claims.iss}`.toUpperCase() })],
    [
        "of an issuer without TLS",
        ({ signed, claims }) => signed({ ...claims, iss: `${claims.iss}`.replace("https", "http") }),
    ],
    ["of an issuer that nobody trusts", ({ forged, claims }) => forged({ ...claims, iss: "https://evil.example/" })],
    ["with a claim twice", ({ good, signed, claims }) => signed(twice(claims) as never) || good],
    ["with claims that are a list", ({ signed }) => signed([] as never)],
    ["with claims that are no JSON", ({ signed }) => signed("{" as never)],
    ["with padding", ({ good }) => `${good}==`],
    ["of one part", () => "eyJ"],
];

function issuer(tenant: string): string {
    return `https://sts.windows.net/${tenant}/`;
}

/** Whoever reads the first takes another audience for ours. */
function twice(claims: Record<string, unknown>): string {
    return `{"aud":"elsewhere",${JSON.stringify(claims).slice(1)}`;
}

describe("a token that is not the factory's", () => {
    let kit: Tools;
    before(async () => {
        kit = await tools(await theExchange());
    });

    for (const [what, make, code] of ATTACKS) {
        it(`opens neither the door nor the role: ${what}`, async () => {
            const token = await make(kit);
            const run = newRun();
            const answer = await atTheDoor(kit.exchange, { run, tokens: [token] });
            assert.deepEqual([answer.status, answer.code], code === undefined ? [401, undefined] : [403, code]);
            const { credentials, refusal = "" } = await atSts(kit.exchange, { token, session: `adf-${run}` });
            assert.equal(credentials, undefined);
            assert.match(refusal, /^(AccessDenied|ExpiredTokenException|InvalidIdentityToken\w*|ValidationError):/);
            // Neither answer repeats it.
            assert.ok(
                token.length < 10 || ![answer.text, refusal].some((text) => text.includes(token.slice(-20) || "-")),
            );
        });
    }

    it("opens the door for two audiences, as AWS's authorizer does, but not the role", async () => {
        const token = kit.signed({ ...kit.claims, aud: ["https://elsewhere.example", APP_URI] });
        const run = newRun();
        const { status, code } = await atTheDoor(kit.exchange, { run, tokens: [token] });
        assert.deepEqual([status, code], [403, "token-refused"]);
        const { refusal } = await atSts(kit.exchange, { token, session: `adf-${run}` });
        assert.match(refusal ?? "", /Incorrect token audience/);
    });

    it("is one signed by a key that was withdrawn, while one of a key before the last is good", async () => {
        const { entra } = kit.exchange;
        const old = kit.good;
        const ask = async (token: string) => {
            const run = newRun();
            const { status } = await atTheDoor(kit.exchange, { run, tokens: [token] });
            const { credentials } = await atSts(kit.exchange, { token, session: `adf-${run}` });
            return [status, credentials !== undefined];
        };
        await entra.keys.rotate();
        // Past both gates, and told that a batch without rows is none.
        assert.deepEqual(await ask(old), [400, true]);
        entra.keys.withdrawOlder();
        assert.deepEqual(await ask(old), [401, false]);
        kit = await tools(kit.exchange);
        assert.deepEqual(await ask(kit.good), [400, true]);
    });
});
