import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
    CreateModelCommand,
    CreateModelPackageCommand,
    CreateModelPackageGroupCommand,
    CreateTrainingJobCommand,
    DescribeModelCommand,
    DescribeModelPackageCommand,
    DescribeTrainingJobCommand,
    ListModelPackagesCommand,
    ListTrainingJobsCommand,
    SageMakerClient,
    StopTrainingJobCommand,
    UpdateModelPackageCommand,
} from "@aws-sdk/client-sagemaker";
import { readArtefact } from "../../../../functions/adapters/artefact.ts";
import { setUpPython } from "../../../../local/services/python.ts";
import { marginOf, probabilityOf } from "../../../../model/explain/ensemble.ts";
import { FEATURES } from "../../../../model/features.ts";
import { HYPERPARAMETERS } from "../../../../model/hyperparameters.ts";
import { paths } from "../../../../tools/paths.mjs";
import { create, resource, roleArn } from "../support/resources.ts";
import type { Running } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

const BUCKET = "learning-of-the-test";

/** Fraud is what is worth more than 500; every row counts once. */
function rows(count: number): string {
    return Array.from({ length: count }, (_, index) => {
        const worth = (index * 37) % 1000;
        const features = FEATURES.map((_feature, at) => (at === 0 ? worth : at === 1 ? "" : 0));
        return [worth > 500 ? 1 : 0, 1, ...features].join(",");
    }).join("\n");
}

describe("SageMaker that trains, on a laptop", () => {
    let running: Running;
    let sagemaker: SageMakerClient;

    before(async () => {
        running = await sharedServices();
        sagemaker = running.clients.of(SageMakerClient);
        const s3 = running.clients.of(S3Client);
        await s3.send(
            new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } }),
        );
        const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
        await put("in/train/a.csv", rows(300));
        await put("in/validation/a.csv", rows(100));
        await put("nonsense/train/a.csv", "1,1,2\n1,1\n");
    });

    const request = (TrainingJobName: string, folder = "in", more: Record<string, string> = {}) => ({
        TrainingJobName,
        RoleArn: roleArn("training"),
        AlgorithmSpecification: { TrainingImage: "xgboost:3.0-5", TrainingInputMode: "File" as const },
        HyperParameters: { ...HYPERPARAMETERS, num_round: "20", csv_weights: "1", ...more },
        InputDataConfig: ["train", "validation"].map((ChannelName) => ({
            ChannelName,
            DataSource: {
                S3DataSource: { S3DataType: "S3Prefix" as const, S3Uri: `s3://${BUCKET}/${folder}/${ChannelName}/` },
            },
        })),
        OutputDataConfig: { S3OutputPath: `s3://${BUCKET}/out/` },
        ResourceConfig: { InstanceType: "ml.m5.large" as const, InstanceCount: 1, VolumeSizeInGB: 20 },
        StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    });
    const ended = async (TrainingJobName: string) => {
        for (;;) {
            const job = await sagemaker.send(new DescribeTrainingJobCommand({ TrainingJobName }));
            if (job.TrainingJobStatus !== "InProgress" && job.TrainingJobStatus !== "Stopping") return job;
            await pause(50);
        }
    };

    it("trains by the real XGBoost, into an artefact that our own trees read, and the same rows give the same file", async () => {
        const s3 = running.clients.of(S3Client);
        const archives: string[] = [];
        for (const name of ["fit-one", "fit-two"]) {
            await sagemaker.send(new CreateTrainingJobCommand(request(name)));
            const { ModelArtifacts, FailureReason } = await ended(name);
            assert.equal(FailureReason, undefined);
            assert.equal(ModelArtifacts?.S3ModelArtifacts, `s3://${BUCKET}/out/${name}/output/model.tar.gz`);
            const Key = `out/${name}/output/model.tar.gz`;
            const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
            archives.push(Buffer.from((await Body?.transformToByteArray()) ?? []).toString("base64"));
        }
        assert.equal(archives[0], archives[1]);
        const read = async () => Buffer.from(archives[0] ?? "", "base64");
        const model = await readArtefact(`s3://${BUCKET}/out/fit-one/output/model.tar.gz`, BUCKET, { read });
        const scoreOf = (worth: number) => {
            const row = FEATURES.map((_feature, at) => (at === 0 ? worth : at === 1 ? Number.NaN : 0));
            return probabilityOf(marginOf(model, row));
        };
        assert.ok(scoreOf(900) > 0.5 && scoreOf(100) < 0.5, `${scoreOf(900)} ${scoreOf(100)}`);
    });

    it("takes no name twice, and lists the jobs of a name, the newest first", async () => {
        await assert.rejects(sagemaker.send(new CreateTrainingJobCommand(request("fit-one"))), {
            name: "ResourceInUse",
        });
        const asked = new ListTrainingJobsCommand({ NameContains: "fit-", StatusEquals: "Completed" });
        const { TrainingJobSummaries = [] } = await sagemaker.send(asked);
        assert.deepEqual(
            TrainingJobSummaries.map(({ TrainingJobName }) => TrainingJobName),
            ["fit-two", "fit-one"],
        );
        const later = new ListTrainingJobsCommand({ CreationTimeAfter: new Date(Date.now() + 60_000) });
        assert.deepEqual((await sagemaker.send(later)).TrainingJobSummaries, []);
    });

    it("says why a training failed, and ends one that is stopped", async () => {
        await sagemaker.send(new CreateTrainingJobCommand(request("odd-rows", "nonsense")));
        const { TrainingJobStatus, FailureReason = "" } = await ended("odd-rows");
        assert.equal(TrainingJobStatus, "Failed");
        assert.match(FailureReason, /^AlgorithmError: ValueError/);
        await sagemaker.send(
            new CreateTrainingJobCommand(
                request("long", "in", { num_round: "1000000", early_stopping_rounds: "1000000" }),
            ),
        );
        await sagemaker.send(new StopTrainingJobCommand({ TrainingJobName: "long" }));
        assert.equal((await ended("long")).TrainingJobStatus, "Stopped");
    });

    it("makes a model of a version only once somebody approved it", async () => {
        const group = { modelPackageGroupName: "versions" };
        await create(resource("aws:sagemaker/modelPackageGroup:ModelPackageGroup", "versions", group), running.clients);
        const [ModelPackageGroupName, ModelDataUrl] = ["versions", `s3://${BUCKET}/out/fit-one/output/model.tar.gz`];
        const InferenceSpecification = {
            Containers: [{ Image: "xgboost:3.0-5", ModelDataUrl }],
            SupportedContentTypes: ["text/csv"],
            SupportedResponseMIMETypes: ["text/csv"],
        };
        const CustomerMetadataProperties = { job: "fit-one" };
        const proposed = { ModelPackageGroupName, InferenceSpecification, CustomerMetadataProperties };
        const { ModelPackageArn } = await sagemaker.send(
            new CreateModelPackageCommand({ ...proposed, ModelApprovalStatus: "PendingManualApproval" }),
        );
        const container = {
            PrimaryContainer: { ModelPackageName: ModelPackageArn },
            ExecutionRoleArn: roleArn("model"),
        };
        const make = () => sagemaker.send(new CreateModelCommand({ ModelName: "of-a-version", ...container }));
        await assert.rejects(make(), /is not approved/);
        const approved = new ListModelPackagesCommand({ ModelPackageGroupName, ModelApprovalStatus: "Approved" });
        assert.deepEqual((await sagemaker.send(approved)).ModelPackageSummaryList, []);
        await sagemaker.send(new UpdateModelPackageCommand({ ModelPackageArn, ModelApprovalStatus: "Approved" }));
        assert.equal((await sagemaker.send(approved)).ModelPackageSummaryList?.[0]?.ModelPackageVersion, 1);
        await make();
        await assert.rejects(make(), /already existing/);
        const { PrimaryContainer } = await sagemaker.send(new DescribeModelCommand({ ModelName: "of-a-version" }));
        assert.equal(PrimaryContainer?.ModelPackageName, ModelPackageArn);
        const version = await sagemaker.send(new DescribeModelPackageCommand({ ModelPackageName: ModelPackageArn }));
        assert.equal(version.CustomerMetadataProperties?.job, "fit-one");
    });

    it("proposes nothing to a group that is not there", async () => {
        const Containers = [{ ModelDataUrl: "s3://a/b" }];
        const nowhere = {
            ModelPackageGroupName: "nowhere",
            InferenceSpecification: { Containers, SupportedContentTypes: [], SupportedResponseMIMETypes: [] },
        };
        await assert.rejects(
            sagemaker.send(new CreateModelPackageCommand(nowhere)),
            /Could not find model-package-group/,
        );
        await sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: "somewhere" }));
    });

    it("ends with whoever started it", async () => {
        const folder = mkdtempSync(join(tmpdir(), "training-"));
        mkdirSync(join(folder, "train"));
        writeFileSync(join(folder, "train", "a.csv"), rows(300));
        const endless = { ...HYPERPARAMETERS, num_round: String(10 ** 9), csv_weights: "1" };
        writeFileSync(join(folder, "hyperparameters.json"), JSON.stringify(endless));
        const cwd = join(paths.root, "local", "services", "sagemaker");
        const training = spawn(setUpPython, ["-B", "-m", "container.train", folder, join(folder, "model")], {
            cwd,
            stdio: ["pipe", "ignore", "inherit"],
        });
        const ended = once(training, "close");
        // What a parent that is killed does to it.
        training.stdin.end();
        await ended;
        assert.deepEqual(readdirSync(folder).sort(), ["hyperparameters.json", "train"]);
        rmSync(folder, { recursive: true, force: true });
    });
});
