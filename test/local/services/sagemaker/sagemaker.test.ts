import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { bindings } from "../../../../local/services/bindings/index.ts";
import { marginOf, probabilityOf } from "../../../../model/explain/ensemble.ts";
import { paths } from "../../../../tools/paths.mjs";
import { starterEnsemble } from "../../../support/starter-model.ts";
import { until } from "../../../tools/support/until.ts";
import { runs } from "../support/processes.ts";
import { create, remove, resource, roleArn, update } from "../support/resources.ts";
import { accountId, type Running, startServices } from "../support/running-services.ts";

const starter = (file: string) => readFileSync(join(paths.root, "model", "starter", file));
const examples: { row: (number | null)[] }[] = JSON.parse(starter("examples.json").toString());
const csv = examples.map(({ row }) => row.map((value) => value ?? "").join(",")).join("\n");
const BUCKET = "models-of-the-test";

const model = (name: string, key = "starter/model.tar.gz") =>
    resource("aws:sagemaker/model:Model", name, {
        name,
        executionRoleArn: roleArn("model"),
        primaryContainer: { image: "xgboost:3.0-5", modelDataUrl: `s3://${BUCKET}/${key}` },
    });
const configuration = (name: string, modelName: string) =>
    resource("aws:sagemaker/endpointConfiguration:EndpointConfiguration", name, {
        name,
        productionVariants: [{ variantName: "fraud", modelName }],
    });
const endpoint = (name: string, endpointConfigName: string) =>
    resource("aws:sagemaker/endpoint:Endpoint", name, { name, endpointConfigName });

describe("SageMaker on a laptop", () => {
    let running: Running;

    before(async () => {
        running = await startServices();
        const s3 = running.clients.of(S3Client);
        await s3.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: undefined }));
        const put = (Key: string, Body: Buffer) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
        await put("starter/model.tar.gz", starter("model.tar.gz"));
        await put("broken/model.tar.gz", Buffer.from("no archive"));
        for (const made of [
            model("good"),
            model("broken", "broken/model.tar.gz"),
            model("absent", "absent/model.tar.gz"),
            configuration("good-1", "good"),
            configuration("good-2", "good"),
            configuration("broken-1", "broken"),
            configuration("absent-1", "absent"),
        ]) {
            await create(made, running.clients);
        }
    });
    after(() => running.stop());

    const ask = async (EndpointName: string, Body = csv, ContentType = "text/csv") => {
        const command = new InvokeEndpointCommand({ EndpointName, Body, ContentType, Accept: "text/csv" });
        const answer = await running.clients.of(SageMakerRuntimeClient).send(command);
        return { ...answer, text: Buffer.from(answer.Body).toString() };
    };

    const containersOf = (name: string) =>
        running.services
            .containers()
            .filter((one) => one.endpoint === name)
            .map(({ pid }) => pid);

    it("serves the model that lies in the bucket, which answers as our own trees do", async () => {
        await create(endpoint("fraud", "good-1"), running.clients);
        const { text, ContentType, InvokedProductionVariant } = await ask("fraud");
        assert.deepEqual([ContentType, InvokedProductionVariant], ["text/csv", "fraud"]);
        const given = text.split(",").map(Number);
        const ensemble = starterEnsemble();
        assert.equal(given.length, examples.length);
        for (const [index, { row }] of examples.entries()) {
            const own = probabilityOf(
                marginOf(
                    ensemble,
                    row.map((value) => value ?? Number.NaN),
                ),
            );
            assert.ok(Math.abs((given[index] ?? 0) - own) < 1e-5);
        }
    });

    it("does not know an endpoint that nobody made", async () => {
        await assert.rejects(ask("nobody"), {
            name: "ValidationError",
            message: `Endpoint nobody of account ${accountId} not found.`,
        });
    });

    it("tells what a model refuses as SageMaker does", async () => {
        await create(endpoint("refusing", "good-1"), running.clients);
        await assert.rejects(ask("refusing", "{}", "application/json"), (error: Error & Record<string, unknown>) => {
            assert.equal(error.name, "ModelError");
            assert.match(error.message, /^Received client error \(415\) from primary with message "Content-type/);
            assert.equal(error.OriginalStatusCode, 415);
            assert.equal((error.$metadata as { httpStatusCode: number }).httpStatusCode, 424);
            return true;
        });
    });

    for (const [config, why] of [
        ["broken-1", /cannot be brought into service\..* did not pass the ping health check: incorrect header check/],
        ["absent-1", /its model data at s3:\/\/models-of-the-test\/absent\/model\.tar\.gz cannot be read: /],
    ] as const) {
        it(`does not bring ${config} into service, says why, and can be mended`, async () => {
            const made = endpoint(`mended-${config}`, config);
            await assert.rejects(create(made, running.clients), why);
            await assert.rejects(ask(made.id), { name: "ValidationError" });
            await create(endpoint(made.id, "good-1"), running.clients);
            assert.ok((await ask(made.id)).text);
        });
    }

    it("goes over to another configuration, and stays with the old one when the new one fails", async () => {
        const made = await create(endpoint("changing", "good-1"), running.clients);
        const [old] = containersOf("changing");
        const changed = await update(made, { endpointConfigName: "good-2" }, running.clients);
        const [now, ...others] = containersOf("changing");
        assert.deepEqual([others, now === old], [[], false]);
        await until(() => !runs(old ?? 0));
        await assert.rejects(update(changed, { endpointConfigName: "broken-1" }, running.clients), /ping health check/);
        assert.deepEqual(containersOf("changing"), [now]);
        assert.ok((await ask("changing")).text);
        await update(changed, { endpointConfigName: "good-2" }, running.clients);
    });

    it("refuses a configuration without its model, and an endpoint without its configuration", async () => {
        await assert.rejects(create(configuration("x", "no-model"), running.clients), {
            name: "ValidationException",
            message: /Could not find model "arn:aws:sagemaker:eu-west-1:111122223333:model\/no-model"/,
        });
        await assert.rejects(create(endpoint("x", "no-config"), running.clients), /Could not find endpoint-config/);
    });

    it("answers with an error when the container of an endpoint is killed, until it is updated", async () => {
        const made = await create(endpoint("killed", "good-1"), running.clients);
        const [pid = 0] = containersOf("killed");
        assert.ok(pid > 0);
        process.kill(pid, "SIGKILL");
        await assert.rejects(ask("killed"), { name: "ModelError", OriginalStatusCode: 503 });
        const why = await running.services.lostContainer;
        assert.match(why.message, /^The container of the model ended \(SIGKILL\)\. Log: /);
        await update(made, { endpointConfigName: "good-2" }, running.clients);
        assert.ok((await ask("killed")).text);
    });

    it("is gone once it is removed, and may be removed again", async () => {
        const made = await create(endpoint("leaving", "good-1"), running.clients);
        await remove(made, running.clients);
        await assert.rejects(ask("leaving"), { name: "ValidationError" });
        await remove(made, running.clients);
        for (const gone of [configuration("good-3", "good"), model("other")]) {
            await create(gone, running.clients);
            await remove(gone, running.clients);
            await bindings[gone.type]?.delete(gone, running.clients);
        }
        await assert.rejects(create(endpoint("x", "good-3"), running.clients), /Could not find endpoint-config/);
        await assert.rejects(create(configuration("x", "other"), running.clients), /Could not find model/);
    });
});
