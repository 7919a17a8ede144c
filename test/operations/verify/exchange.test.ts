import assert from "node:assert/strict";
import { InvokeCommand } from "@aws-sdk/client-lambda";
import type { Context } from "../../../operations/verify/step.ts";
import { exchange } from "../../../operations/verify/steps/exchange.ts";

const REQUEST = { type: "aws:lambda/function:Function", name: "request", id: "request-1a2b" };

/** The step where the function that asks Azure answers so. */
async function tried(payload: unknown, FunctionError?: string, things: Context["things"] = [REQUEST]) {
    const send = async (command: unknown) => {
        assert.ok(command instanceof InvokeCommand);
        assert.deepEqual(command.input, { FunctionName: "request-1a2b" });
        return { Payload: Buffer.from(JSON.stringify(payload)), ...(FunctionError && { FunctionError }) };
    };
    return exchange.run({ cloud: { of: () => ({ send }) }, things } as unknown as Context);
}

describe("the step that runs Data Factory", () => {
    it("holds with the run of each set that was brought", async () => {
        const brought = [
            { pipeline: "customer-risk-ratings", run: "r-1" },
            { pipeline: "sanctions-list", run: "r-2" },
        ];
        assert.deepEqual(await tried(brought), {
            state: "held",
            evidence: { function: "request-1a2b", brought: ["customer-risk-ratings r-1", "sanctions-list r-2"] },
        });
    });

    it("fails with the function's own reason, which names the run", async () => {
        const verdict = await tried(
            {
                errorType: "RequestError",
                errorMessage: "sanctions-list: run r-2 ended Failed; Data Factory's monitor says why",
            },
            "Unhandled",
        );
        assert.match(JSON.stringify(verdict), /"failed".*RequestError: sanctions-list: run r-2 ended Failed/);
    });

    it("cannot tell where nothing was brought, or where the stack asks Azure for nothing", async () => {
        assert.equal((await tried([])).state, "unknown");
        assert.equal((await tried(null)).state, "unknown");
        assert.equal((await tried([], undefined, [])).state, "unknown");
    });
});
