import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import type { Client, MethodDefinition, ServiceError } from "@grpc/grpc-js";
import type { Message } from "google-protobuf";
import { paths } from "../../../../tools/paths.mjs";

const load = createRequire(import.meta.url);
export const grpc: typeof import("@grpc/grpc-js") = load("@grpc/grpc-js");
const service: typeof import("@pulumi/pulumi/proto/language_grpc_pb.js") = load(
    "@pulumi/pulumi/proto/language_grpc_pb.js",
);

type Method = MethodDefinition<Message, Message> & { requestType: new () => Message };

export const methods = service.LanguageRuntimeService as unknown as Readonly<Record<string, Method>>;

export interface Answer {
    error?: ServiceError;
    answers: Message[];
}

/** Starts the language host as the engine does, and calls it by the names of the protocol. */
export class LanguageClient {
    readonly #host: ChildProcess;
    readonly #client: Client;

    static async start(): Promise<LanguageClient> {
        const host = spawn(path.join(paths.languageHost, "pulumi-language-nodejs"), ["127.0.0.1:1"], {
            env: { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env.PATH}` },
            stdio: ["ignore", "pipe", "inherit"],
        });
        assert.ok(host.stdout);
        const [line] = await once(host.stdout, "data");
        assert.match(String(line), /^\d+\n$/);
        return new LanguageClient(host, `127.0.0.1:${String(line).trim()}`);
    }

    private constructor(host: ChildProcess, address: string) {
        this.#host = host;
        this.#client = new service.LanguageRuntimeClient(address, grpc.credentials.createInsecure());
    }

    /** The request is an empty one unless the test gives its own. */
    call(name: string, request?: Message): Promise<Answer> {
        const method = methods[name];
        assert.ok(method, name);
        const { path: route, requestSerialize, responseDeserialize } = method;
        const message = request ?? new method.requestType();
        return new Promise((resolve) => {
            if (!method.responseStream) {
                this.#client.makeUnaryRequest(route, requestSerialize, responseDeserialize, message, (error, answer) =>
                    resolve(error ? { error, answers: [] } : { answers: answer === undefined ? [] : [answer] }),
                );
                return;
            }
            const answers: Message[] = [];
            const stream = this.#client.makeServerStreamRequest(route, requestSerialize, responseDeserialize, message);
            stream.on("data", (data: Message) => answers.push(data));
            stream.on("error", (error: ServiceError) => resolve({ error, answers }));
            stream.on("end", () => resolve({ answers }));
        });
    }

    async stop(): Promise<void> {
        this.#client.close();
        this.#host.kill("SIGTERM");
        await once(this.#host, "close");
    }
}
