import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { issuerOf } from "./issuers.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** An identity of Azure, as Entra knows it. */
export interface ManagedIdentity {
    tenantId: string;
    /** Of its service principal: the subject of its tokens. */
    principalId: string;
    clientId: string;
    /** Id of the resource in Azure, which tokens of managed identities name. */
    resourceId: string;
}

/** For what a token is asked. */
export interface TokenRequest {
    /** For whom it is made out: the URI of an application, or the client id of one of version 2. */
    resource: string;
    /** What the application asks for; Entra's default is 1. Default: 1. */
    version?: 1 | 2;
}

/** A day, as tokens of managed identities have, since they cannot be called back and are kept that long. */
const SECONDS = 24 * 3600;
/** Entra's clocks differ. */
const EARLIER_SECONDS = 300;

/** What the instance metadata service gives a managed identity that asks. */
export async function managedIdentityToken(
    keys: SigningKeys,
    { tenantId, principalId, clientId, resourceId }: ManagedIdentity,
    { resource, version = 1 }: TokenRequest,
    now = new Date(),
): Promise<string> {
    const begins = Math.floor(now.getTime() / 1000) - EARLIER_SECONDS;
    const { kid, privateKey } = keys.current;
    const application = version === 1 ? { appid: clientId, appidacr: "2" } : { azp: clientId, azpacr: "2" };
    const claims = {
        ...{ ...application, idp: issuerOf(tenantId, 1), oid: principalId, rh: "1.", tid: tenantId },
        ...{ uti: randomUUID(), ver: `${version}.0`, xms_mirid: resourceId, nbf: begins },
    };
    return new SignJWT(claims)
        .setProtectedHeader({ typ: "JWT", alg: "RS256", kid })
        .setIssuer(issuerOf(tenantId, version))
        .setAudience(resource)
        .setSubject(principalId)
        .setIssuedAt(begins)
        .setExpirationTime(begins + EARLIER_SECONDS + SECONDS)
        .sign(privateKey);
}
