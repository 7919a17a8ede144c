import { createHmac, createSecretKey } from "node:crypto";
import type { TokenOf } from "./row.ts";

/** What the token key is derived from; the version in it is the one that tokens carry. */
export function derivationLabel(version: string): string {
    return `card-token-key:${version}`;
}

/** Tokens `tok_<version>_<base64url of HMAC-SHA256>`: equal cards give equal tokens, and no token gives its card. */
export function cardTokens(key: Uint8Array, version: string): TokenOf {
    const secret = createSecretKey(key);
    return (digits) => `tok_${version}_${createHmac("sha256", secret).update(digits).digest("base64url")}`;
}
