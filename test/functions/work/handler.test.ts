import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { silently } from "../support/silently.ts";

/** Answers the first words of AWS that the worker hears: no task, no attempt. */
const server = createServer((request, response) => {
    asked.push(String(request.headers["x-amz-target"]).split(".").at(-1) ?? "");
    request.resume().on("end", () => {
        response.setHeader("content-type", "application/x-amz-json-1.1");
        response.end(asked.at(-1) === "Query" ? '{"Items":[]}' : "{}");
    });
});
const asked: string[] = [];

describe("the handler of work", () => {
    const environment = { ...process.env };
    let handler: (event: unknown) => Promise<void>;

    before(async () => {
        await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
        const { port } = server.address() as AddressInfo;
        Object.assign(process.env, {
            WORKER_GROUP: "batch",
            ATTEMPTS_TABLE: "attempts",
            POWERTOOLS_METRICS_NAMESPACE: "Tests",
            AWS_REGION: "eu-west-1",
            AWS_ACCESS_KEY_ID: "none",
            AWS_SECRET_ACCESS_KEY: "none",
            AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        });
        ({ handler } = await import("../../../functions/work/handler.ts"));
    });
    beforeEach(() => asked.splice(0));
    after(() => {
        process.env = environment;
        server.closeAllConnections();
        server.close();
    });

    it("looks after the open attempts and asks once for a task when there is none", async () => {
        await silently(() => handler({ source: "aws.scheduler" }));
        assert.deepEqual(asked.sort(), ["PollForTask", "Query"]);
    });

    it("looks up the attempt whose function is over, and polls for nothing", async () => {
        const over = { requestContext: { condition: "Success" }, requestPayload: { run: "df-1/a" } };
        await silently(() => handler(over));
        assert.deepEqual(asked, ["GetItem"]);
    });
});
