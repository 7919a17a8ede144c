/** The account, subscription and tenant of nobody whom we trust. */
const STRANGER = "999999999999";
const STRANGE_GUID = "99999999-9999-4999-8999-999999999999";

/** What a text becomes when it names another's account, subscription or tenant in the place of ours. */
export function foreign(text: string): string | undefined {
    const strange = text
        .replace(/(?<![\w-])(?!999999999999)\d{12}(?![\w-])/g, STRANGER)
        .replace(/(?<=\/subscriptions\/|sts\.windows\.net\/)[0-9a-f-]{36}/g, STRANGE_GUID);
    return strange === text ? undefined : strange;
}

/** What protects, and what it would be instead. */
const WEAKER: Readonly<Record<string, string>> = {
    Enabled: "Suspended",
    "aws:kms": "AES256",
    TLS1_2: "TLS1_0",
    COMPLIANCE: "GOVERNANCE",
    BucketOwnerEnforced: "ObjectWriter",
    Deny: "Allow",
    None: "AzureServices",
    MSI: "Basic",
    Msi: "Anonymous",
    ManagedServiceIdentity: "Basic",
    ManagedIdentity: "ServicePrincipal",
    JWT: "REQUEST",
    "eu-west-1": "us-east-1",
    westeurope: "eastus",
    ServicePrincipal: "User",
    RestSink: "BlobSink",
    WebActivity: "WebHook",
    https: "http",
    Standard_ZRS: "Standard_GRS",
    DISABLED: "ENABLED",
};

export function weaker(text: string): string | undefined {
    if (Object.hasOwn(WEAKER, text)) return WEAKER[text];
    return /^https:\/\//.test(text) ? text.replace("https://", "http://") : undefined;
}
