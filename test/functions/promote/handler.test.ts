import assert from "node:assert/strict";
import { GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { ListModelPackagesCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { SNSClient } from "@aws-sdk/client-sns";
import { metric, runHandler } from "../support/run-handler.ts";

const ENVIRONMENT = {
    MODEL_FROM: "registry",
    MODEL_BUCKET: "model",
    MODEL_GROUP: "versions",
    ENDPOINT_NAME: "fraud",
    TEMPLATE_CONFIGURATION: "fraud-1",
    DEPLOYMENT: "{}",
    TAGS: '{"platform":"compliance-platform"}',
    OPERATIONS_TOPIC_ARN: "arn:aws:sns:eu-west-1:000000000000:operations",
};
const CLIENTS = [S3Client, SageMakerClient, SNSClient];

describe("the handler of promote", () => {
    it("looks how the last promotion went and for an approved version, and changes nothing without one", async () => {
        const asked: object[] = [];
        const { result, lines } = await runHandler("promote", ENVIRONMENT, CLIENTS, (one) => {
            asked.push(one);
            if (one instanceof GetObjectCommand) throw new NoSuchKey({ message: "none", $metadata: {} });
            return {};
        });
        assert.deepEqual(result, { outcome: "nothing", reason: "no version is approved" });
        assert.deepEqual([metric(lines, "modelsPromoted"), metric(lines, "promotionsUndone")], [0, 0]);
        const [progress, versions, ...more] = asked;
        assert.ok(progress instanceof GetObjectCommand && versions instanceof ListModelPackagesCommand);
        assert.deepEqual([progress.input.Bucket, progress.input.Key], ["model", "serving/promotion.json"]);
        assert.deepEqual([versions.input.ModelPackageGroupName, more], ["versions", []]);
    });

    it("says so where the configuration decides, and asks nobody", async () => {
        const kept = process.env.MODEL_FROM;
        process.env.MODEL_FROM = "configuration";
        // Loaded anew: its environment is read once.
        const file = "../../../functions/promote/handler.ts?configuration";
        const { handler }: { handler: (event: unknown) => Promise<unknown> } = await import(file);
        assert.deepEqual(await handler({}), {
            outcome: "nothing",
            reason: "the configuration decides which model answers",
        });
        if (kept === undefined) delete process.env.MODEL_FROM;
    });
});
