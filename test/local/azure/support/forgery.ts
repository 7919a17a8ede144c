import { createHmac, createSign, generateKeyPairSync, KeyObject } from "node:crypto";
import { decodeJwt, exportSPKI, importJWK } from "jose";
import type { ManagedIdentity } from "../../../../local/azure/entra/managed-identity-token.ts";
import { APP_URI, type Exchange } from "./exchange.ts";

export type Claims = Record<string, unknown>;

/** What an attacker works with: tokens that the factory's identity really gets, and any that he can write himself. */
export interface Tools {
    readonly exchange: Exchange;
    /** What Entra gives the factory's identity now. */
    readonly good: string;
    readonly claims: Claims;
    /** Signed by Entra's own key, as if it had been made to say so. */
    signed(claims: Claims, header?: Claims): string;
    /** Signed by the attacker's key. */
    forged(claims: Claims, header?: Claims): string;
    /** What Entra gives somebody else of a tenant. */
    somebody(who: Partial<ManagedIdentity>, resource?: string, version?: 1 | 2): Promise<string>;
    readonly publicKey: string;
}

const own = generateKeyPairSync("rsa", { modulusLength: 2048 });

export async function tools(exchange: Exchange): Promise<Tools> {
    const { entra, landing } = exchange;
    const good = await entra.tokenFor(landing, { resource: APP_URI });
    const { kid, published, privateKey } = entra.keys.current;
    const header = { typ: "JWT", alg: "RS256", kid };
    const entraKey = KeyObject.from(privateKey);
    return {
        exchange,
        good,
        claims: decodeJwt(good),
        signed: (claims, more = {}) => rs256({ ...header, ...more }, claims, entraKey),
        forged: (claims, more = {}) => rs256({ ...header, ...more }, claims, own.privateKey),
        somebody: (who, resource = APP_URI, version = 1) =>
            entra.tokenFor({ ...landing, ...who }, { resource, version }),
        publicKey: await exportSPKI((await importJWK(published, "RS256")) as typeof privateKey),
    };
}

export const encoded = (value: unknown): string =>
    Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** Claims as they are, or as a text that no serialiser would write. */
function rs256(header: Claims, claims: Claims | string, key: KeyObject): string {
    const signed = `${encoded(header)}.${encoded(claims)}`;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(key).toString("base64url")}`;
}

export function hs256(header: Claims, claims: Claims, secret: string): string {
    const signed = `${encoded({ ...header, alg: "HS256" })}.${encoded(claims)}`;
    return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** The parts of one token with one of them replaced. */
export function withPart(token: string, at: 0 | 1 | 2, part: string): string {
    return token.split(".").with(at, part).join(".");
}

/** The attacker's public key, as a token may carry it. */
export const ownKey = own.publicKey.export({ format: "jwk" });
