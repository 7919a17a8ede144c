import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Where the gateway of the local services passes the authorised calls of one service. */
export interface Answering {
    /** `http://127.0.0.1:PORT` */
    readonly url: string;
    /** What shows that a call comes from the gateway. */
    readonly token: string;
}

/** A call whose signature and permission the gateway has checked. */
export interface PassedCall {
    readonly method: string;
    readonly path: string;
    /** Of `X-Amz-Target`, without the name of the API: `CreateEndpoint`. Empty where a service goes by path. */
    readonly operation: string;
    readonly headers: IncomingMessage["headers"];
    readonly body: Buffer;
    /** Who called, as an ARN, and its `aws:userid`. */
    readonly caller: { readonly arn: string; readonly id: string };
}

/** Text goes out as it is; anything else as JSON. */
export interface ServiceAnswer {
    readonly status?: number;
    readonly headers?: Record<string, string>;
    readonly body: string | object;
}

/** An error in AWS's name for it; clients throw it under that name. */
export class ServiceError extends Error {
    readonly status: number;
    readonly details: object;

    constructor(name: string, message: string, options: { status?: number; details?: object } = {}) {
        super(message);
        this.name = name;
        this.status = options.status ?? 400;
        this.details = options.details ?? {};
    }
}

export interface AnsweringServer extends Answering {
    /** Ends it at once, also what is under way. */
    close(): Promise<void>;
}

/** Answers for a service that ministack lacks, on a free port of the loopback, to its gateway alone. */
export async function answerCalls(answer: (call: PassedCall) => Promise<ServiceAnswer>): Promise<AnsweringServer> {
    const token = randomBytes(24).toString("base64url");
    const server = createServer((request, response) => {
        passedCall(request, token)
            .then(answer)
            .then(
                (given) => send(response, given),
                (error: Error) => send(response, asAnswer(error)),
            );
    });
    // Not what keeps a process going that has nothing else to do.
    server.unref();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        token,
        async close() {
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        },
    };
}

async function passedCall(request: IncomingMessage, token: string): Promise<PassedCall> {
    const { headers, method = "", url: path = "" } = request;
    if (headers["x-local-services-token"] !== token) {
        throw new ServiceError("AccessDeniedException", "only the gateway of the local services may call this", {
            status: 403,
        });
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const header = (name: string) => String(headers[name] ?? "");
    return {
        method,
        path,
        operation: header("x-amz-target").split(".").at(-1) ?? "",
        headers,
        body: Buffer.concat(chunks),
        caller: { arn: header("x-local-services-caller"), id: header("x-local-services-caller-id") },
    };
}

function asAnswer(error: Error): ServiceAnswer {
    const { status, details } = error instanceof ServiceError ? error : { status: 500, details: {} };
    const name = error instanceof ServiceError ? error.name : "InternalFailure";
    const { message } = error;
    return {
        status,
        headers: { "x-amzn-errortype": name },
        // Services differ in how they write the word, and so do the clients that read it.
        body: { __type: name, message, Message: message, ...details },
    };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: ServiceAnswer): void {
    const json = typeof body !== "string";
    response.writeHead(status, { ...(json && { "content-type": "application/x-amz-json-1.1" }), ...headers });
    response.end(json ? JSON.stringify(body) : body);
}
