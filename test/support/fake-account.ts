import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Cloud } from "../../operations/verify/cloud.ts";
import { type Answered, answerOf, type Holding } from "./fake-account-answers.ts";

/** What an AWS account is asked before something is created in it, on this machine, as far as the tests say what is there. */
export class FakeAccount implements Holding {
    readonly there = new Set<string>();
    readonly pipelines: string[] = [];
    readonly refusals = new Map<string, { type: string; message: string }>();
    readonly quotas = new Map<string, number>();
    quickSight: string | undefined;
    concurrency = 1000;
    /** Each request as `service.Action`, in order. */
    readonly requests: string[] = [];
    readonly accountId: string;
    private readonly server: Server = createServer((request, response) => void this.answer(request, response));

    constructor(accountId: string) {
        this.accountId = accountId;
    }

    async open(): Promise<this> {
        await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
        return this;
    }

    async close(): Promise<void> {
        this.server.closeAllConnections();
        await new Promise((resolve) => this.server.close(resolve));
    }

    get endpoint(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    /** What a command needs to find it in place of AWS. */
    get environment(): Record<string, string> {
        return {
            AWS_ENDPOINT_URL: this.endpoint,
            AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
            AWS_SECRET_ACCESS_KEY: "secret",
            AWS_MAX_ATTEMPTS: "1",
            AWS_EC2_METADATA_DISABLED: "true",
        };
    }

    /** The account with the real clients of AWS's SDK. */
    cloud(): Cloud {
        const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
        const settings = { region: "eu-west-1", endpoint: this.endpoint, credentials, maxAttempts: 1 };
        return {
            isLocal: false,
            accountId: this.accountId,
            region: "eu-west-1",
            of: (kind) => new kind({ ...settings, forcePathStyle: true, useQueueUrlAsEndpoint: false }),
            ask: () => Promise.reject(new Error("nobody asks Athena here")),
            close: () => {},
        };
    }

    private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const told: Answered = answerOf(this, request, Buffer.concat(chunks).toString("utf8"));
        this.requests.push(told.action);
        response.writeHead(told.status ?? 200, {
            "content-type": told.xml ? "text/xml" : "application/x-amz-json-1.1",
        });
        response.end(request.method === "HEAD" ? undefined : (told.xml ?? JSON.stringify(told.json ?? {})));
    }
}
