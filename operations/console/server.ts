import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DashboardState } from "../../console/dashboard-state.ts";
import type { ActionAnswer, ConsoleState } from "../../console/state.ts";
import { UserError } from "../cli/user-error.ts";
import { hasToken, namesThisMachine } from "./access.ts";
import type { PageFile } from "./page-files.ts";

/** What the page may ask for. */
export interface ConsolePorts {
    /** The state once it is newer than this version, or as it is after a while. */
    stateAfter(version: number, gone: AbortSignal): Promise<ConsoleState>;
    /** The dashboard for what a reader chose, which nobody has checked yet. */
    dashboard(chosen: URLSearchParams): Promise<DashboardState>;
    /** Each takes what the page sent, which nobody has checked yet. */
    actions: ReadonlyMap<string, (given: unknown) => Promise<ActionAnswer>>;
}

export interface ConsoleServerArgs {
    token: string;
    files: ReadonlyMap<string, PageFile>;
    ports: ConsolePorts;
}

/** More than the longest decision. */
const MOST_BYTES = 16 * 1024;

/** The page runs nothing but its own script, sends nothing elsewhere and stands in no frame. */
const HEADERS = {
    "cache-control": "no-store",
    "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
};

/** A refusal, with its status. */
class Refusal extends Error {
    readonly status: number;
    constructor(status: number, message: string) {
        super(message);
        this.status = status;
    }
}

/** Serves the page and what it asks for, on a free port of the loopback. */
export async function serveConsole(args: ConsoleServerArgs): Promise<Server> {
    const server = createServer((request, response) => {
        answer(args, request, response).catch((error: unknown) => refuse(response, error));
    });
    await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", resolve);
    });
    return server;
}

export function portOf(server: Server): number {
    return (server.address() as AddressInfo).port;
}

async function answer({ token, files, ports }: ConsoleServerArgs, request: IncomingMessage, response: ServerResponse) {
    const local = request.socket.localPort ?? 0;
    if (!namesThisMachine(request, local)) throw new Refusal(403, "This is the console of 127.0.0.1 alone.");
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = files.get(pathname);
    if (file) {
        requireMethod(request, "GET");
        send(response, 200, file.type, await file.content());
        return;
    }
    if (!pathname.startsWith("/api/")) throw new Refusal(404, "There is nothing here.");
    if (!hasToken(request, token)) throw new Refusal(401, "Open the console by the address that npm start printed.");
    if (pathname === "/api/state") {
        requireMethod(request, "GET");
        const gone = new AbortController();
        response.once("close", () => gone.abort());
        sendJson(response, 200, await ports.stateAfter(Number(searchParams.get("after") ?? 0), gone.signal));
        return;
    }
    if (pathname === "/api/dashboard") {
        requireMethod(request, "GET");
        sendJson(response, 200, await ports.dashboard(searchParams));
        return;
    }
    const action = ports.actions.get(pathname.slice("/api/".length));
    if (action === undefined) throw new Refusal(404, "There is nothing here.");
    requireMethod(request, "POST");
    sendJson(response, 200, await action(await jsonOf(request)));
}

function requireMethod({ method }: IncomingMessage, wanted: string): void {
    if (method !== wanted) throw new Refusal(405, `This is asked for by ${wanted}.`);
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
    if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) throw new Refusal(415, "Send JSON.");
    let text = "";
    request.setEncoding("utf8");
    for await (const chunk of request) {
        text += chunk;
        if (text.length > MOST_BYTES) throw new Refusal(413, `Send no more than ${MOST_BYTES} bytes.`);
    }
    try {
        return JSON.parse(text);
    } catch {
        throw new Refusal(400, "That is not JSON.");
    }
}

function refuse(response: ServerResponse, error: unknown): void {
    if (response.headersSent || response.destroyed) response.destroy();
    else if (error instanceof Refusal) sendJson(response, error.status, { error: error.message });
    else if (error instanceof UserError) sendJson(response, 422, { error: error.message });
    else sendJson(response, 500, { error: error instanceof Error ? error.message : String(error) });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
    send(response, status, "application/json", JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, content: string | Buffer): void {
    response.writeHead(status, { ...HEADERS, "content-type": type }).end(content);
}
