import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { impatience, SageMakerEndpoint } from "../../../functions/adapters/endpoint.ts";

interface Seen {
    url: string | undefined;
    contentType: string | undefined;
    accept: string | undefined;
    body: string;
}

const ATTEMPT_MS = 2_000;

type Answer = (response: ServerResponse, number: number) => void;

/** A stand-in for SageMaker's runtime on loopback. */
async function runtime(answer: Answer): Promise<{ seen: Seen[]; endpoint: SageMakerEndpoint; server: Server }> {
    const seen: Seen[] = [];
    const server = createServer(async (request: IncomingMessage, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const { "content-type": contentType, accept } = request.headers;
        seen.push({ url: request.url, contentType, accept, body: Buffer.concat(chunks).toString() });
        answer(response, seen.length);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const client = new SageMakerRuntimeClient({
        ...impatience(ATTEMPT_MS),
        endpoint: `http://127.0.0.1:${port}`,
        region: "eu-west-1",
        credentials: { accessKeyId: "key", secretAccessKey: "secret" },
    });
    return { seen, endpoint: new SageMakerEndpoint(client, "fraud-local", ATTEMPT_MS), server };
}

const refuse =
    (status: number, type: string): Answer =>
    (response) => {
        response.writeHead(status, { "x-amzn-errortype": type, "content-type": "application/json" });
        response.end(JSON.stringify({ message: "not now" }));
    };

describe("the SageMaker endpoint", () => {
    let server: Server | undefined;
    afterEach(() => {
        server?.closeAllConnections();
        server?.close();
    });

    it("is asked with rows of CSV, and gives its answer as it came", async () => {
        const world = await runtime((response) => response.end("0.25\n0.5\n"));
        server = world.server;
        assert.equal(await world.endpoint.ask("1,2\n3,"), "0.25\n0.5\n");
        assert.deepEqual(world.seen, [
            { url: "/endpoints/fraud-local/invocations", contentType: "text/csv", accept: "text/csv", body: "1,2\n3," },
        ]);
    });

    it("is asked a second time when it throttles or fails", async () => {
        for (const trouble of [refuse(429, "ThrottlingException"), refuse(503, "ServiceUnavailable")]) {
            const world = await runtime((response, number) =>
                number === 1 ? trouble(response, 1) : response.end("0.5"),
            );
            server = world.server;
            assert.equal(await world.endpoint.ask("1"), "0.5");
            assert.equal(world.seen.length, 2);
            world.server.close();
        }
    });

    it("is given up after two attempts", async () => {
        const world = await runtime(refuse(503, "ServiceUnavailable"));
        server = world.server;
        await assert.rejects(world.endpoint.ask("1"), { name: "ServiceUnavailable" });
        assert.equal(world.seen.length, 2);
    });

    it("is given up after the time of two attempts", async () => {
        const world = await runtime(() => {});
        server = world.server;
        const begin = performance.now();
        await assert.rejects(world.endpoint.ask("1"), { name: "TimeoutError" });
        const seconds = (performance.now() - begin) / 1000;
        assert.equal(world.seen.length, 2);
        assert.ok(seconds > 3.9, `took ${seconds} s`);
    });

    it("is given up when its answer never ends", async () => {
        const world = await runtime((response) => void response.write("0."));
        server = world.server;
        await assert.rejects(world.endpoint.ask("1"));
    });
});
