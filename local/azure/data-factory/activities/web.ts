import type { Activity, Definitions, Properties } from "../definitions.ts";
import { referred } from "../definitions.ts";
import { evaluateAll, type Scope } from "../expressions/evaluate.ts";
import { ActivityFault, type Surroundings } from "../surroundings.ts";

/** Calls an address with a token of an identity of the factory; the answer must be JSON. */
export async function web(
    activity: Activity,
    { credentials }: Definitions,
    scope: Scope,
    { tokenFor, send }: Surroundings,
    signal: AbortSignal,
): Promise<object> {
    const { method, url, headers, body, authentication } = evaluateAll(activity, scope) as {
        method: string;
        url: string;
        headers?: Record<string, string>;
        body?: unknown;
        authentication?: { resource: string; credential?: Properties };
    };
    const credential = authentication?.credential;
    const identity = credential && String(referred(credentials, credential).resourceId);
    const token = authentication && (await tokenFor(identity, authentication.resource));
    const { status, text } = await send({
        method,
        url,
        headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
        body: typeof body === "string" ? body : JSON.stringify(body),
        signal,
    });
    // What was answered may quote a row, so the error names its status alone.
    if (status < 200 || status >= 300) throw new ActivityFault(String(status), `the address answered ${status}`);
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null) throw new ActivityFault("2001", "the answer is no object");
    return answer;
}
