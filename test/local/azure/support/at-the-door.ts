import { type OutgoingHttpHeaders, request } from "node:http";
import type { Received, Sent } from "../../../../local/azure/data-factory/surroundings.ts";
import type { Exchange } from "./exchange.ts";

export interface Asked {
    set?: string;
    run: string;
    verb?: string;
    /** Of the header `Authorization`, as often as there are texts. */
    tokens: readonly string[];
    body?: string | Buffer;
    headers?: OutgoingHttpHeaders;
}

export interface Answered {
    status: number;
    /** Of the function's own answer. */
    code: string | undefined;
    text: string;
}

/** Asks the door as the network would bring it. */
export async function atTheDoor(exchange: Exchange, asked: Asked): Promise<Answered> {
    const { set = "customer-risk-ratings", run, verb = "batches", tokens, body = "[]", headers = {} } = asked;
    const { status, text } = await call(exchange, `/supplementary/${set}/${run}/${verb}`, body, {
        "content-type": "application/json",
        ...headers,
        ...(tokens.length > 0 && { authorization: tokens.map((token) => `Bearer ${token}`) as never }),
    });
    return { status, code: codeOf(text), text };
}

/** Sends a request of Data Factory where the address of the door answers here. */
export function send(exchange: Exchange, { method, url, headers, body = "" }: Sent): Promise<Received> {
    const door = String(exchange.find("aws:apigatewayv2/api:Api", "landing").outputs.apiEndpoint);
    if (method !== "POST" || !url.startsWith(`${door}/`)) throw new Error(`nothing answers to ${method} ${url}`);
    return call(exchange, url.slice(door.length), body, headers);
}

/** To the gateway, with the name of the API as the host. */
function call(
    { clients, find }: Exchange,
    path: string,
    body: string | Buffer,
    headers: OutgoingHttpHeaders,
): Promise<Received> {
    const { port, hostname } = new URL(clients.endpoint);
    const host = `${find("aws:apigatewayv2/api:Api", "landing").id}.execute-api.localhost:${port}`;
    return new Promise((resolve, reject) => {
        const sent = request(
            { hostname, port, method: "POST", path, headers: { ...headers, host } },
            async (answer) => {
                let text = "";
                for await (const part of answer) text += part;
                resolve({ status: answer.statusCode ?? 0, text });
            },
        );
        sent.on("error", reject);
        sent.end(body);
    });
}

function codeOf(text: string): string | undefined {
    try {
        return JSON.parse(text).error?.code;
    } catch {
        return undefined;
    }
}
