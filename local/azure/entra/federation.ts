import { createLocalJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import type { ManagedIdentity } from "./managed-identity-token.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** A federated credential: who may act as an identity, by tokens of whom. All three are compared as they are written. */
export interface FederatedCredential {
    readonly identity: ManagedIdentity;
    readonly issuer: string;
    readonly subject: string;
    readonly audiences: readonly string[];
}

/** An issuer outside of Azure, and its keys. */
export type Outside = ReadonlyMap<string, SigningKeys>;

/** What Entra says of an assertion that it does not take; `request` tries again after the first three. */
export class Refusal extends Error {}

const GRANT = "client_credentials";
const ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** The identity that a form of the token endpoint proves by an assertion of another issuer. */
export async function proved(
    form: URLSearchParams,
    credentials: readonly FederatedCredential[],
    outside: Outside,
): Promise<ManagedIdentity> {
    if (form.get("grant_type") !== GRANT || form.get("client_assertion_type") !== ASSERTION) {
        throw new Refusal("AADSTS70003: The grant is not one that is known here.");
    }
    const assertion = form.get("client_assertion") ?? "";
    const { iss = "", sub = "", aud } = claimsOf(assertion);
    const own = credentials.filter(({ identity }) => identity.clientId === form.get("client_id"));
    if (own.length === 0) throw new Refusal("AADSTS700016: There is no such application in the directory.");
    const issued = own.filter(({ issuer }) => issuer === iss);
    if (issued.length === 0) throw new Refusal("AADSTS700211: No matching federated identity: issuer.");
    const named = issued.filter(({ subject }) => subject === sub);
    if (named.length === 0) throw new Refusal("AADSTS700213: No matching federated identity: subject.");
    const found = named.find(({ audiences }) => typeof aud === "string" && audiences.includes(aud));
    if (found === undefined) throw new Refusal("AADSTS700212: No matching federated identity: audience.");
    const keys = outside.get(found.issuer);
    if (keys === undefined) throw new Refusal("AADSTS50166: The issuer did not answer.");
    await jwtVerify(assertion, createLocalJWKSet(keys.published), {
        algorithms: ["RS256"],
        requiredClaims: ["exp"],
    }).catch((error: unknown) => {
        if (error instanceof errors.JWTExpired) throw new Refusal("AADSTS700024: The assertion has expired.");
        throw new Refusal("AADSTS700027: The signature of the assertion is not valid.");
    });
    return found.identity;
}

function claimsOf(assertion: string): JWTPayload {
    try {
        return decodeJwt(assertion);
    } catch {
        throw new Refusal("AADSTS50027: The assertion is no JWT.");
    }
}
