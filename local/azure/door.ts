import { type OutgoingHttpHeaders, request } from "node:http";
import type { Received } from "./data-factory/surroundings.ts";

/** Where the program's API answers on the loopback: at the services, by the name of its host. */
export class Door {
    /** As the program names it, such as `https://id.execute-api.eu-west-1.amazonaws.com`. */
    readonly #address: string;
    readonly #id: string;
    readonly #services: string;

    constructor(api: { id: string; address: string }, services: string) {
        this.#address = api.address;
        this.#id = api.id;
        this.#services = services;
    }

    has(url: string): boolean {
        return url.startsWith(`${this.#address}/`);
    }

    /** Sends a request to its real address where it answers here. */
    send(url: string, body: string | Buffer, headers: OutgoingHttpHeaders): Promise<Received> {
        return this.call(url.slice(this.#address.length), body, headers);
    }

    call(path: string, body: string | Buffer, headers: OutgoingHttpHeaders): Promise<Received> {
        const { port, hostname } = new URL(this.#services);
        const host = `${this.#id}.execute-api.localhost:${port}`;
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
}
