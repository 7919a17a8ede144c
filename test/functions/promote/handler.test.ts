import assert from "node:assert/strict";
import type { Context } from "aws-lambda";
import { silently } from "../support/silently.ts";
import { LoopbackAws } from "../unpack/support/loopback-aws.ts";

describe("the handler of promote where the configuration decides", () => {
    const aws = new LoopbackAws();
    const environment = { ...process.env };

    before(() => aws.start());
    after(async () => {
        process.env = environment;
        await aws.stop();
    });

    it("says so, and asks nobody", async () => {
        Object.assign(process.env, { MODEL_FROM: "configuration", AWS_ENDPOINT_URL: aws.endpoint });
        const { handler } = await import("../../../functions/promote/handler.ts");
        assert.deepEqual(await silently(() => handler({}, {} as Context)), {
            outcome: "nothing",
            reason: "the configuration decides which model answers",
        });
        assert.deepEqual([aws.objects.size, aws.published], [0, []]);
    });
});
