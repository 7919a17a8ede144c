import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type FederatedCredential, type Outside, proved, Refusal } from "./federation.ts";
import { ISSUER_V1, issuerOf, KEYS, SIGN_IN } from "./issuers.ts";
import { type ManagedIdentity, managedIdentityToken, type TokenRequest } from "./managed-identity-token.ts";
import { SigningKeys } from "./signing-keys.ts";

/** Entra on the loopback. By network it gives a token only to whom a federated credential lets act as an identity. */
export interface Entra {
    readonly keys: SigningKeys;
    /** For `startLocalServices`: where its real addresses answer here. */
    readonly issuers: Readonly<Record<string, string>>;
    tokenFor(identity: ManagedIdentity, request: TokenRequest): Promise<string>;
    /** Takes assertions from outside, as these credentials say. */
    trust(credentials: readonly FederatedCredential[], outside: Outside): void;
    close(): Promise<void>;
}

/** A tenant is a GUID, and every one is known here. */
const TENANT = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
const CONFIGURATION = new RegExp(`^/([^/]+)/${TENANT}(/v2\\.0)?/\\.well-known/openid-configuration$`);
const TOKEN = new RegExp(`^/${new URL(SIGN_IN).host}/${TENANT}/oauth2/v2\\.0/token$`);
const PUBLISHED = "common/discovery/keys";
/** What a scope ends with that asks for all that the identity may do there. */
const DEFAULT_SCOPE = /\.default$/;

export async function startEntra(): Promise<Entra> {
    const keys = await SigningKeys.generate();
    let trusted: [readonly FederatedCredential[], Outside] = [[], new Map()];

    const server = createServer(async (request, response) => {
        const [status, found] = await answer(request).catch((error: unknown): [number, object] => {
            if (error instanceof Refusal) return [400, { error: "invalid_client", error_description: error.message }];
            return [500, { error: "server_error" }];
        });
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(found));
    });

    async function answer(request: IncomingMessage): Promise<[number, object]> {
        const { method, url = "" } = request;
        const published = method === "GET" ? publishedAt(url, keys) : undefined;
        if (published !== undefined) return [200, published];
        const tenant = TOKEN.exec(url)?.[1];
        if (method !== "POST" || tenant === undefined) return [404, { error: "not_found" }];
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part);
        const form = new URLSearchParams(Buffer.concat(parts).toString());
        const identity = await proved(form, trusted[0], trusted[1]);
        if (identity.tenantId !== tenant) throw new Refusal("AADSTS90002: The identity is not of this tenant.");
        const resource = (form.get("scope") ?? "").replace(DEFAULT_SCOPE, "");
        const token = await managedIdentityToken(keys, identity, { resource });
        return [200, { token_type: "Bearer", expires_in: 3599, access_token: token }];
    }

    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    // Nobody waits for it who has nothing else to do.
    server.unref();
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const places = [ISSUER_V1, SIGN_IN, KEYS].map((real) => [real, `${at}/${new URL(real).host}/`]);
    return {
        keys,
        issuers: Object.fromEntries(places),
        tokenFor: (identity, request) => managedIdentityToken(keys, identity, request),
        trust(...given) {
            trusted = given;
        },
        async close() {
            server.closeAllConnections();
            await new Promise((closed) => server.close(closed));
        },
    };
}

function publishedAt(path: string, keys: SigningKeys): object | undefined {
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
