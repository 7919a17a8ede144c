/**
 * Who signs the tokens of an Azure tenant, version 1: STS knows their audience, which it does not find in version 2. The
 * slash at the end is part of the name, and every comparison is exact.
 */
export function entraIssuer(tenantId: string): { url: string; host: string } {
    const host = `sts.windows.net/${tenantId}/`;
    return { url: `https://${host}`, host };
}
