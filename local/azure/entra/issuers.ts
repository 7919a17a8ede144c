/** Where Azure's issuers are, of tokens of version 1 and 2, and where they publish their keys. */
export const SIGN_IN = "https://login.microsoftonline.com/";
export const ISSUER_V1 = "https://sts.windows.net/";
export const KEYS = "https://login.windows.net/";

/** The slash at the end of the first is part of it; the second has none. */
export function issuerOf(tenant: string, version: 1 | 2): string {
    return version === 1 ? `${ISSUER_V1}${tenant}/` : `${SIGN_IN}${tenant}/v2.0`;
}
