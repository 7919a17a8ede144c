import assert from "node:assert/strict";
import type { CreateTrainingJobCommandInput } from "@aws-sdk/client-sagemaker";
import { TrainingJob } from "../../../infra/scoring/training-job.ts";
import { xgboostImage } from "../../../infra/scoring/xgboost-image.ts";
import { HYPERPARAMETERS } from "../../../model/hyperparameters.ts";
import { ACCOUNT, theBucket, theKey, theNetwork } from "../../support/infra-parts.ts";
import { allRegistered, recordResources, statements, value } from "../../support/mocks.ts";

type Request = Omit<CreateTrainingJobCommandInput, "TrainingJobName">;

let training: TrainingJob;

const allow = (Resource: string, ...Action: string[]) => ({ Effect: "Allow", Action, Resource });
const channel = (name: string) => ({
    ChannelName: name,
    ContentType: "text/csv",
    CompressionType: "None",
    InputMode: "File",
    DataSource: {
        S3DataSource: {
            S3DataType: "S3Prefix",
            S3DataDistributionType: "FullyReplicated",
            S3Uri: `s3://the-bucket/training/${name}/`,
        },
    },
});

describe("TrainingJob", () => {
    before(async () => {
        await recordResources();
        training = new TrainingJob("t", {
            jobPrefix: "train",
            image: xgboostImage("eu-west-1"),
            training: { instanceType: "ml.m5.large", volumeGigabytes: 20, maximumMinutes: 60 },
            network: theNetwork(),
            bucket: theBucket(),
            key: theKey(),
            tags: { environment: "test" },
            accountId: ACCOUNT,
            region: "eu-west-1",
        });
        await allRegistered();
    });

    it("is a whole request but for its name: in the network, isolated, encrypted, ended in time", async () => {
        const whole: Request = await value(training.job);
        const { AlgorithmSpecification, HyperParameters, ...request } = whole;
        const expected: Omit<Request, "AlgorithmSpecification" | "HyperParameters"> = {
            RoleArn: "arn:iam:t",
            InputDataConfig: [channel("train"), channel("validation")] as Request["InputDataConfig"],
            OutputDataConfig: { S3OutputPath: "s3://the-bucket/trained/", KmsKeyId: "arn:kms:the-key" },
            ResourceConfig: {
                InstanceType: "ml.m5.large",
                InstanceCount: 1,
                VolumeSizeInGB: 20,
                VolumeKmsKeyId: "arn:kms:the-key",
            },
            VpcConfig: { Subnets: ["net-subnet-1", "net-subnet-2"], SecurityGroupIds: ["net-functions-id"] },
            EnableNetworkIsolation: true,
            EnableInterContainerTrafficEncryption: true,
            EnableManagedSpotTraining: false,
            StoppingCondition: { MaxRuntimeInSeconds: 3600 },
            Tags: [{ Key: "environment", Value: "test" }],
        };
        assert.deepEqual(request, expected);
        assert.deepEqual(AlgorithmSpecification, {
            TrainingImage: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:3.0-5",
            TrainingInputMode: "File",
        });
        assert.deepEqual(HyperParameters, { ...HYPERPARAMETERS, csv_weights: "1" });
        for (const one of Object.values(HyperParameters ?? {})) assert.equal(typeof one, "string");
    });

    it("may read what it learns from, leave its model, and nothing else of the bucket", () => {
        const written = statements("aws:iam/rolePolicy:RolePolicy", "t") as { Action: string[]; Resource: string }[];
        const onBucket = written.filter(({ Resource }) => Resource.startsWith("arn:s3:"));
        assert.deepEqual(onBucket, [
            allow("arn:s3:the-bucket/training/*", "s3:GetObject"),
            allow("arn:s3:the-bucket/trained/*", "s3:PutObject"),
            {
                ...allow("arn:s3:the-bucket", "s3:ListBucket"),
                Condition: { StringLike: { "s3:prefix": "training/*" } },
            },
        ]);
        const onKey = written.filter(({ Resource }) => Resource === "arn:kms:the-key");
        assert.deepEqual(onKey, [
            allow("arn:kms:the-key", "kms:Decrypt", "kms:GenerateDataKey"),
            {
                ...allow("arn:kms:the-key", "kms:CreateGrant"),
                Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
            },
        ]);
    });

    it("lets who starts it leave no safeguard out, and pass its role to SageMaker only", async () => {
        const jobs = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:training-job/train-*`;
        assert.deepEqual(await value(training.grantStart()), [
            {
                ...allow(jobs, "sagemaker:CreateTrainingJob"),
                Condition: {
                    Bool: { "sagemaker:NetworkIsolation": "true", "sagemaker:InterContainerTrafficEncryption": "true" },
                    ArnEquals: {
                        "sagemaker:VolumeKmsKeyArn": "arn:kms:the-key",
                        "sagemaker:OutputKmsKeyArn": "arn:kms:the-key",
                    },
                },
            },
            allow(
                jobs,
                "sagemaker:AddTags",
                "sagemaker:DescribeTrainingJob",
                "sagemaker:ListTags",
                "sagemaker:StopTrainingJob",
            ),
            {
                ...allow("arn:iam:t", "iam:PassRole"),
                Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
            },
        ]);
    });
});
