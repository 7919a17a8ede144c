const MANAGEMENT = "https://management.azure.com";

/** Asks Azure's management API; the answer is JSON. */
export type AskAzure = (path: string, body?: object) => Promise<unknown>;

/** Calls of the management API with one token, fetched when first needed. */
export function azureClient(token: () => Promise<string>, ask: typeof fetch = fetch): AskAzure {
    let bearer: Promise<string> | undefined;
    return async (path, body) => {
        bearer ??= token();
        const headers = { authorization: `Bearer ${await bearer}`, "content-type": "application/json" };
        const url = path.startsWith(`${MANAGEMENT}/`) ? path : `${MANAGEMENT}${path}`;
        const answer = await ask(url, {
            headers,
            ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
        });
        if (answer.ok) return answer.json();
        const [address = ""] = path.split("?");
        throw new Error(`Azure answered ${answer.status} to ${address}`);
    };
}
