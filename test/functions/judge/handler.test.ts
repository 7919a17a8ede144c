import assert from "node:assert/strict";
import { GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { SNSClient } from "@aws-sdk/client-sns";
import { metric, runHandler } from "../support/run-handler.ts";

const ENVIRONMENT = {
    MODEL_BUCKET: "model",
    JOB_PREFIX: "fit-",
    MODEL_GROUP: "fraud",
    ENDPOINT_NAME: "fraud",
    OPERATIONS_TOPIC_ARN: "arn:aws:sns:eu-west-1:000000000000:operations",
};

describe("the handler of judge", () => {
    it("proposes nothing while nothing was prepared, and tells nobody", async () => {
        const asked: object[] = [];
        const { result, lines } = await runHandler(
            "judge",
            ENVIRONMENT,
            [S3Client, SageMakerClient, SNSClient],
            (one) => {
                asked.push(one);
                throw new NoSuchKey({ message: "none", $metadata: {} });
            },
        );
        assert.deepEqual(result, { proposed: false, reason: "nothing was prepared to learn from yet" });
        assert.equal(metric(lines, "candidatesProposed"), 0);
        const [first, ...more] = asked;
        assert.ok(first instanceof GetObjectCommand);
        assert.deepEqual([first.input.Bucket, first.input.Key, more], ["model", "learning/manifest.json", []]);
    });
});
