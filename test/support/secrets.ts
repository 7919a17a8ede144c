/** Keys, tokens, connection strings and signatures, as AWS and Azure write them; and words for what is secret. */
export const SECRETS: readonly RegExp[] = [
    /A(KIA|SIA)[A-Z0-9]{16}/,
    /eyJ[\w-]{8,}\.eyJ/,
    /AccountKey=|SharedAccessSignature|[?&]sig=|DefaultEndpointsProtocol/i,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /"(?:password|secret|clientSecret|accountKey|accessKeyId|secretAccessKey|sasUri|connectionString|servicePrincipalKey|apiKey)"\s*:\s*"[^"]/i,
];

/** What in a text looks like a secret, cut so that no report repeats it. */
export function secretsIn(text: string): string[] {
    return SECRETS.flatMap((form) => {
        const found = form.exec(text)?.[0];
        return found === undefined ? [] : [`${found.slice(0, 12)}…`];
    });
}
