import type { OutgoingHttpHeaders } from "node:http";
import type { Received, Sent } from "../../../../local/azure/data-factory/surroundings.ts";
import { Door } from "../../../../local/azure/door.ts";
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
    const { status, text } = await doorOf(exchange).call(`/supplementary/${set}/${run}/${verb}`, body, {
        "content-type": "application/json",
        ...headers,
        ...(tokens.length > 0 && { authorization: tokens.map((token) => `Bearer ${token}`) as never }),
    });
    return { status, code: codeOf(text), text };
}

/** Sends a request of Data Factory where the address of the door answers here. */
export function send(exchange: Exchange, { method, url, headers, body = "" }: Sent): Promise<Received> {
    const door = doorOf(exchange);
    if (method !== "POST" || !door.has(url)) throw new Error(`nothing answers to ${method} ${url}`);
    return door.send(url, body, headers);
}

function doorOf({ clients, find }: Exchange): Door {
    const api = find("aws:apigatewayv2/api:Api", "landing");
    return new Door({ id: api.id, address: String(api.outputs.apiEndpoint) }, clients.endpoint);
}

function codeOf(text: string): string | undefined {
    try {
        return JSON.parse(text).error?.code;
    } catch {
        return undefined;
    }
}
