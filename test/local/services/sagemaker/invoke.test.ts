import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { PassedCall } from "../../../../local/services/answering.ts";
import { Endpoints } from "../../../../local/services/sagemaker/endpoints.ts";
import { invoke } from "../../../../local/services/sagemaker/invoke.ts";
import type { ModelContainer } from "../../../../local/services/sagemaker/model-container.ts";

const config = { name: "c", variant: "fraud", model: "m", request: {} };
const call: PassedCall = {
    method: "POST",
    path: "/endpoints/fraud/invocations",
    operation: "",
    headers: { "content-type": "text/csv" },
    body: Buffer.from("1"),
    caller: { arn: "", id: "" },
};

async function endpointOf(answering: ModelContainer["invoke"]) {
    const stopped: string[] = [];
    const endpoints = new Endpoints(async () => ({
        pid: 1,
        ended: new Promise<undefined>(() => {}),
        invoke: answering,
        stop: async () => void stopped.push("one"),
    }));
    endpoints.models.set("m", { name: "m", modelDataUrl: "s3://bucket/key", request: {} });
    endpoints.create("fraud", config);
    while (endpoints.find("fraud")?.status === "Creating") await pause(1);
    return { endpoints, stopped };
}

describe("asking a model on a laptop", () => {
    const options = { accountId: "111122223333" };

    it("gives a model that takes too long up, and says so", async () => {
        const { endpoints } = await endpointOf(async (_body, _headers, signal) => {
            await pause(5_000, undefined, { signal });
            return new Response();
        });
        await assert.rejects(invoke(endpoints, call, { ...options, timeoutMs: 20 }), {
            name: "ModelError",
            status: 424,
            message: /server error \(0\).* timed out while waiting for a response from container primary/,
        });
    });

    it("calls a container that is gone a server error", async () => {
        const { endpoints } = await endpointOf(async () => {
            throw new TypeError("fetch failed");
        });
        await assert.rejects(invoke(endpoints, call, options), {
            name: "ModelError",
            details: { OriginalMessage: "The container does not answer.", OriginalStatusCode: 503 },
        });
    });

    it("ends every container when it is closed", async () => {
        const { endpoints, stopped } = await endpointOf(async () => new Response("0.5"));
        endpoints.create("second", config);
        await endpoints.close();
        assert.equal(stopped.length, 2);
        await assert.rejects(invoke(endpoints, call, options), { name: "ValidationError" });
    });

    it("does not keep a container of an endpoint that was removed meanwhile", async () => {
        const { endpoints, stopped } = await endpointOf(async () => new Response("0.5"));
        endpoints.create("second", config);
        const second = endpoints.find("second");
        assert.ok(second);
        await endpoints.remove(second);
        while (stopped.length === 0) await pause(1);
        assert.deepEqual(stopped, ["one"]);
    });

    it("makes an endpoint once, and changes only one that is in service", async () => {
        const { endpoints } = await endpointOf(async () => new Response("0.5"));
        assert.throws(() => endpoints.create("fraud", config), /already existing endpoint "fraud"/);
        endpoints.create("second", config);
        const second = endpoints.find("second");
        assert.ok(second);
        assert.throws(() => endpoints.update(second, config), /Cannot update endpoint "second": it is Creating/);
    });
});
