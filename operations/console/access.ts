import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The header by which the page says who it is. A browser sends none of its own accord, so no other page can ask in its name. */
export const TOKEN_HEADER = "x-console-token";

/** One for each start. The page takes it out of the part of the address that browsers keep to themselves. */
export function newToken(): string {
    return randomBytes(32).toString("base64url");
}

export function hasToken(request: IncomingMessage, token: string): boolean {
    const given = Buffer.from(String(request.headers[TOKEN_HEADER] ?? ""));
    const wanted = Buffer.from(token);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Whether it was asked for by this machine's own name: another name that leads here is somebody's trick. */
export function namesThisMachine(request: IncomingMessage, port: number): boolean {
    return [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? "");
}
