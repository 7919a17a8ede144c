import { createHash, createHmac } from "node:crypto";

/** What AWS calls the service, and the name of its API in requests. */
export interface JsonService {
    service: string;
    target: string;
}

export const ATHENA: JsonService = { service: "athena", target: "AmazonAthena" };
export const GLUE: JsonService = { service: "glue", target: "AWSGlue" };

/** Where a call goes and who makes it: the local services, or an endpoint of AWS. */
export interface Caller {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: {
        readonly accessKeyId: string;
        readonly secretAccessKey: string;
        /** Of credentials that expire. */
        readonly sessionToken?: string | undefined;
    };
}

/** An answer that is an error; its name is the code AWS has for it. */
export class CallError extends Error {}

/**
 * Calls a service of AWS's JSON 1.1 protocol, signed as every request must be. For services that no function
 * calls, so that no SDK has to come along for them.
 */
export async function signedCall(
    caller: Caller,
    { service, target }: JsonService,
    action: string,
    input: object,
): Promise<Record<string, unknown>> {
    const body = JSON.stringify(input);
    const { endpoint, credentials } = caller;
    const headers = {
        "content-type": "application/x-amz-json-1.1",
        host: new URL(endpoint).host,
        "x-amz-date": `${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
        "x-amz-target": `${target}.${action}`,
        ...(credentials.sessionToken !== undefined && { "x-amz-security-token": credentials.sessionToken }),
    };
    const authorization = signature(caller, service, headers, body);
    const answer = await fetch(endpoint, { method: "POST", headers: { ...headers, authorization }, body });
    const text = await answer.text();
    const output = text === "" ? {} : JSON.parse(text);
    if (answer.ok) return output;
    const { __type: type = "Unknown", message, Message } = output;
    const error = new CallError(`${service} ${action}: ${message ?? Message ?? text}`);
    error.name = String(type).split("#").at(-1) ?? "Unknown";
    throw error;
}

/** Version 4 of AWS's signatures, of a POST to the root. */
function signature(
    { region, credentials }: Caller,
    service: string,
    headers: Record<string, string>,
    body: string,
): string {
    const time = headers["x-amz-date"] ?? "";
    const day = time.slice(0, 8);
    const scope = `${day}/${region}/${service}/aws4_request`;
    const names = Object.keys(headers).sort();
    const lines = names.map((name) => `${name}:${headers[name]}\n`).join("");
    const request = ["POST", "/", "", lines, names.join(";"), sha256(body)].join("\n");
    const secret = `AWS4${credentials.secretAccessKey}`;
    const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(hmac, secret) as Buffer;
    const signed = hmac(key, ["AWS4-HMAC-SHA256", time, scope, sha256(request)].join("\n")).toString("hex");
    return `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signed}`;
}

function hmac(key: string | Buffer, text: string): Buffer {
    return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
    return createHash("sha256").update(text).digest("hex");
}
