import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { DescribeEndpointCommand } from "@aws-sdk/client-sagemaker";
import type { Context } from "../../../operations/verify/step.ts";
import { endpoint } from "../../../operations/verify/steps/endpoint.ts";

const ENDPOINT = { type: "aws:sagemaker/endpoint:Endpoint", name: "fraud", id: "compliance-prod-fraud" };

interface World {
    things?: Context["things"];
    status?: string;
    scoredBy?: string;
    isScored?: boolean;
}

/** The step where the endpoint is in this state, and this one gave the score that the record has. */
async function tried({ things = [ENDPOINT], status = "InService", scoredBy = "model", isScored = true }: World = {}) {
    const lines = [
        { id: "other", scoredBy: "rules" },
        { id: "own", scoredBy },
    ];
    const bytes = gzipSync(lines.map((line) => JSON.stringify(line)).join("\n"));
    const send = async (command: unknown) => {
        if (command instanceof DescribeEndpointCommand) {
            assert.deepEqual(command.input, { EndpointName: ENDPOINT.id });
            return { EndpointStatus: status };
        }
        assert.ok(command instanceof GetObjectCommand);
        assert.deepEqual(command.input, { Bucket: "records", Key: "a/record.gz" });
        return { Body: { transformToByteArray: async () => bytes } };
    };
    const synthetic = {
        harmless: { id: "own" },
        sendOnce: async () => {},
        scored: async () => (isScored ? { recordKey: "a/record.gz" } : undefined),
    };
    return endpoint.run({
        cloud: { of: () => ({ send }) },
        outputs: { recordsBucket: "records" },
        things,
        synthetic,
        until: (ask: () => Promise<unknown>) => ask(),
    } as unknown as Context);
}

describe("the step that looks at the endpoint's answer", () => {
    it("holds when the model gave the score of our own transaction", async () => {
        const evidence = { endpoint: ENDPOINT.id, status: "InService", scoredBy: "model" };
        assert.deepEqual(await tried(), { state: "held", evidence });
    });

    it("fails when the rules stood in, though the endpoint is in service", async () => {
        assert.match(
            JSON.stringify(await tried({ scoredBy: "rules" })),
            /"failed".*did not answer: rules decided on own/,
        );
    });

    it("fails when the endpoint is not in service", async () => {
        assert.match(JSON.stringify(await tried({ status: "Failed" })), /"failed".*is in the state Failed/);
    });

    it("cannot tell without an endpoint, or before anything was scored", async () => {
        assert.equal((await tried({ things: [] })).state, "unknown");
        assert.equal((await tried({ isScored: false })).state, "unknown");
    });
});
