import assert from "node:assert/strict";
import type { Context, SQSHandler } from "aws-lambda";
import { silently } from "../support/silently.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { LoopbackAws } from "../unpack/support/loopback-aws.ts";

describe("the handler of park", () => {
    const aws = new LoopbackAws();
    const environment = { ...process.env };
    let handler: SQSHandler;

    before(async () => {
        await aws.start();
        Object.assign(process.env, {
            PARKED_BUCKET: "parked",
            DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:000000000000:discrepancies",
            POWERTOOLS_METRICS_NAMESPACE: "Tests",
            AWS_REGION: "eu-west-1",
            AWS_ACCESS_KEY_ID: "none",
            AWS_SECRET_ACCESS_KEY: "none",
            AWS_ENDPOINT_URL: aws.endpoint,
        });
        ({ handler } = await import("../../../functions/park/handler.ts"));
    });
    after(async () => {
        process.env = environment;
        await aws.stop();
    });

    it("puts dead letters into the bucket, tells of them, and asks for none again", async () => {
        const records = ["m-1", "m-2"].map((messageId) =>
            sqsRecord({ messageId, body: `{"about":"${messageId}"}`, queue: "incoming-dead", source: "incoming" }),
        );
        const answer = await silently(async () => handler({ Records: records }, {} as Context, () => {}));
        assert.deepEqual(answer, { batchItemFailures: [] });
        const keys = [...aws.objects.keys()].map((key) => key.replace(/^.*?(?=incoming-dead)/, "")).sort();
        assert.deepEqual(keys, ["incoming-dead/2026-03-02/m-1.json", "incoming-dead/2026-03-02/m-2.json"]);
        const [told = ""] = aws.published;
        assert.deepEqual([aws.published.length, JSON.parse(told).kind, JSON.parse(told).count], [1, "dead-letter", 2]);
    });
});
