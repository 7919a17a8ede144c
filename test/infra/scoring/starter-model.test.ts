import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type asset, ComponentResource } from "@pulumi/pulumi";
import { FraudEndpoint } from "../../../infra/scoring/fraud-endpoint.ts";
import { type StarterModelArgs, uploadStarter } from "../../../infra/scoring/starter-model.ts";
import { xgboostImage } from "../../../infra/scoring/xgboost-image.ts";
import { STARTER_ARCHIVE, starterModel, starterVersion } from "../../../model/artefact/starter.ts";
import { local } from "../../../stacks/local.ts";
import { ACCOUNT, theBucket, theKey, theNetwork, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, found, namesOf, recordResources, statements, value } from "../../support/mocks.ts";

const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";
const pathOf = (name: string) => (created(OBJECT, name).source as asset.FileAsset).path;

async function upload(changes: Partial<StarterModelArgs> = {}): Promise<string> {
    const args = { bucket: theBucket(), key: theKey(), modelFrom: "configuration" as const, ...changes };
    const address = await value(uploadStarter(new ComponentResource("test:Parent", "parent"), "fraud", args));
    await allRegistered();
    return address;
}

describe("the starter model", () => {
    beforeEach(recordResources);

    it("lies in the bucket of models, encrypted, under a name that changes with it", async () => {
        const address = await upload();
        const { bucket, key, kmsKeyId } = created(OBJECT, "fraud-starter");
        assert.deepEqual([bucket, kmsKeyId], ["the-bucket", "arn:kms:the-key"]);
        assert.equal(key, `starter/${starterVersion()}/model.tar.gz`);
        assert.match(String(key), /^starter\/[0-9a-f]{16}\//);
        assert.equal(address, `s3://the-bucket/${key}`);
        assert.equal(await pathOf("fraud-starter"), STARTER_ARCHIVE);
    });

    it("has what explains it beside it", async () => {
        await upload();
        const { source: _, ...explainer } = created(OBJECT, "fraud-explainer");
        assert.deepEqual(explainer, {
            bucket: "the-bucket",
            kmsKeyId: "arn:kms:the-key",
            key: "serving/explainer.json",
            contentType: "application/json",
        });
        assert.deepEqual(JSON.parse(readFileSync(await pathOf("fraud-explainer"), "utf8")), starterModel());
    });

    it("leaves what explains the model to promotions where those decide", async () => {
        await upload({ modelFrom: "registry" });
        assert.deepEqual(found(OBJECT, "fraud-explainer").ignores, ["source"]);
    });

    it("explains the configured model after each deployment where the configuration decides", async () => {
        await upload();
        assert.deepEqual(found(OBJECT, "fraud-explainer").ignores, []);
    });

    for (const [modelFrom, deletable, kept] of [
        ["registry", false, true],
        ["registry", true, false],
        ["configuration", false, false],
    ] as const) {
        it(`${kept ? "outlives" : "goes with"} its place in the program with ${modelFrom}, deletable ${deletable}`, async () => {
            await upload({ modelFrom, deletable });
            assert.equal(found(OBJECT, "fraud-starter").isRetained, kept);
        });
    }

    it("is what the endpoint serves and its role may read, in one deployment", async () => {
        const bucket = theBucket();
        new FraudEndpoint("f", {
            accountId: ACCOUNT,
            region: "eu-west-1",
            endpointName: "the-endpoint",
            modelArtifact: uploadStarter(new ComponentResource("test:Parent", "parent"), "fraud", {
                bucket,
                key: theKey(),
                modelFrom: "configuration",
            }),
            image: xgboostImage("eu-west-1"),
            scoring: local.scoring,
            network: theNetwork(),
            bucket,
            key: theKey(),
            log: { key: theKey(), retentionDays: 400 },
            alarmTopic: theTopic(),
        });
        await allRegistered();
        const { key } = created(OBJECT, "fraud-starter");
        const { primaryContainer } = created("aws:sagemaker/model:Model", "f");
        assert.equal((primaryContainer as { modelDataUrl: string }).modelDataUrl, `s3://the-bucket/${key}`);
        const [first] = statements("aws:iam/rolePolicy:RolePolicy", "f") as { Resource: string }[];
        assert.equal(first?.Resource, `arn:aws:s3:::the-bucket/${key}`);
        assert.deepEqual(namesOf(OBJECT), ["fraud-explainer", "fraud-starter"]);
    });
});
