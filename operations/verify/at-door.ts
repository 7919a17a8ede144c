const PATIENCE_MS = 30_000;

/** What the exchange's address answers to a batch for a set that does not exist, so that nothing can be landed by it. */
export async function atDoor(url: string, token?: string): Promise<{ status: number; code: string | undefined }> {
    const run = "00000000-0000-4000-8000-000000000000";
    const answer = await fetch(`${url}/supplementary/platform-verify/${run}/batches`, {
        method: "POST",
        headers: {
            "content-type": "application/json",
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: "[]",
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    return { status: answer.status, code: codeIn(text) };
}

/** The reason that the function gives; the authorizer gives none. */
function codeIn(text: string): string | undefined {
    try {
        const code: unknown = JSON.parse(text)?.error?.code;
        return typeof code === "string" ? code : undefined;
    } catch {
        return undefined;
    }
}
