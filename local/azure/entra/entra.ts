import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ISSUER_V1, issuerOf, KEYS, SIGN_IN } from "./issuers.ts";
import { type ManagedIdentity, managedIdentityToken, type TokenRequest } from "./managed-identity-token.ts";
import { SigningKeys } from "./signing-keys.ts";

/** Entra on the loopback: who asks finds its configuration and keys, and nothing is signed for who asks by network. */
export interface Entra {
    readonly keys: SigningKeys;
    /** For `startLocalServices`: where its real addresses answer here. */
    readonly issuers: Readonly<Record<string, string>>;
    tokenFor(identity: ManagedIdentity, request: TokenRequest): Promise<string>;
    close(): Promise<void>;
}

/** A tenant is a GUID, and every one is known here. */
const TENANT = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
const CONFIGURATION = new RegExp(`^/([^/]+)/${TENANT}(/v2\\.0)?/\\.well-known/openid-configuration$`);
const PUBLISHED = "common/discovery/keys";

export async function startEntra(): Promise<Entra> {
    const keys = await SigningKeys.generate();
    const server = createServer((request, response) => {
        const found = request.method === "GET" ? answer(request.url ?? "", keys) : undefined;
        response.writeHead(found === undefined ? 404 : 200, { "content-type": "application/json" });
        response.end(JSON.stringify(found ?? { error: "not_found" }));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    // Nobody waits for it who has nothing else to do.
    server.unref();
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const places = [ISSUER_V1, SIGN_IN, KEYS].map((real) => [real, `${at}/${new URL(real).host}/`]);
    return {
        keys,
        issuers: Object.fromEntries(places),
        tokenFor: (identity, request) => managedIdentityToken(keys, identity, request),
        async close() {
            server.closeAllConnections();
            await new Promise((closed) => server.close(closed));
        },
    };
}

function answer(path: string, keys: SigningKeys): object | undefined {
    if (path === `/${new URL(KEYS).host}/${PUBLISHED}`) return keys.published;
    const [, host, tenant, second] = CONFIGURATION.exec(path) ?? [];
    const version = second === undefined ? 1 : 2;
    const real = new URL(version === 1 ? ISSUER_V1 : SIGN_IN).host;
    if (tenant === undefined || host !== real) return undefined;
    return {
        issuer: issuerOf(tenant, version),
        jwks_uri: `${KEYS}${PUBLISHED}`,
        id_token_signing_alg_values_supported: ["RS256"],
        subject_types_supported: ["pairwise"],
        response_types_supported: ["id_token"],
    };
}
