import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
    method: string;
    path: string;
    authorization: string | undefined;
    body: string;
}

type Answer = [status: number, body: unknown] | "hang up";

/** A server on loopback that gives these answers one after the other, and notes what it was asked. */
export async function azure(answers: Answer[]) {
    const asked: Asked[] = [];
    const pauses: number[] = [];
    const server = createServer(async (request, response) => {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part);
        const { method = "", url: path = "", headers } = request;
        asked.push({ method, path, authorization: headers.authorization, body: Buffer.concat(parts).toString() });
        const next = answers.shift() ?? [500, "no answer was prepared"];
        if (next === "hang up") return void request.socket.destroy();
        response.writeHead(next[0], { "content-type": "application/json", location: "https://elsewhere.example" });
        response.end(JSON.stringify(next[1]));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return {
        asked,
        pauses,
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        patience: {
            fetch,
            async pause(ms: number) {
                pauses.push(ms);
            },
        },
        close: () => new Promise((closed) => server.close(closed)),
    };
}
