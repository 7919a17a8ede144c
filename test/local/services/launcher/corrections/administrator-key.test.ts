import assert from "node:assert/strict";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { itNeeds } from "../../support/correction.ts";
import { create, resource } from "../../support/resources.ts";
import { accountId, region } from "../../support/running-services.ts";
import { sharedServices } from "../../support/shared-services.ts";

describe("correction administrator-key", () => {
    itNeeds("administrator-key", {
        behaviour: "takes the keys of this run, and no others",
        async observe({ services: { endpoint, credentials } }) {
            const { accessKeyId, secretAccessKey } = credentials;
            const tried = [
                credentials,
                { accessKeyId, secretAccessKey: "guessed" },
                { accessKeyId: "test", secretAccessKey: "test" },
                { accessKeyId: accountId, secretAccessKey },
            ];
            return Promise.all(
                tried.map(async (keys) => {
                    const settings = { endpoint, region, credentials: { ...keys }, forcePathStyle: true };
                    const queues = new SQSClient(settings).send(new ListQueuesCommand({}));
                    const buckets = new S3Client(settings).send(new ListBucketsCommand({}));
                    return Promise.all(
                        [queues, buckets].map((call) =>
                            call.then(
                                () => true,
                                () => false,
                            ),
                        ),
                    );
                }),
            );
        },
        expect: (letIn) =>
            assert.deepEqual(letIn, [
                [true, true],
                [false, false],
                [false, false],
                [false, false],
            ]),
    });

    it("answers nothing to a request without a signature", async () => {
        const { clients, services } = await sharedServices();
        const { endpoint } = services;
        await create(resource("aws:s3/bucket:Bucket", "unsigned", { bucket: "unsigned" }), clients);
        const headers = { "x-amz-target": "AmazonSQS.ListQueues", "content-type": "application/x-amz-json-1.0" };
        const answer = await fetch(endpoint, { method: "POST", headers, body: "{}" });
        assert.equal(answer.status, 403);
        const put = await fetch(`${endpoint}/unsigned/key`, { method: "PUT", body: "x" });
        assert.equal(put.status, 403);
    });

    it("knows whose keys they are", async () => {
        const sts = (await sharedServices()).clients.of(STSClient);
        const { Arn, Account } = await sts.send(new GetCallerIdentityCommand({}));
        assert.deepEqual([Arn, Account], [`arn:aws:iam::${accountId}:root`, accountId]);
    });
});
