import assert from "node:assert/strict";
import { SageMakerTrainings } from "../../../functions/judge/sagemaker-trainings.ts";

const GROUP = "compliance-test-fraud";
const VERSION = `arn:aws:sagemaker:eu-west-1:111122223333:model-package/${GROUP}/3`;
const job = { name: "fit-1", artefact: "s3://models/trained/fit-1/output/model.tar.gz", image: "xgboost:3" };

type Answers = Record<string, object | Error | ((input: Record<string, unknown>) => object)>;

/** SageMaker that answers each call by its name, and keeps what it was asked. */
function sagemaker(answers: Answers) {
    const asked: [string, Record<string, unknown>][] = [];
    const send = async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
        const name = command.constructor.name.replace("Command", "");
        asked.push([name, command.input]);
        const answer = answers[name];
        if (answer === undefined) throw new Error(`nobody expected ${name}`);
        if (answer instanceof Error) throw answer;
        return typeof answer === "function" ? answer(command.input) : answer;
    };
    const names = { jobPrefix: "fit-", group: GROUP, endpoint: GROUP };
    return { asked, trainings: new SageMakerTrainings({ send } as never, names) };
}

const described = {
    ModelArtifacts: { S3ModelArtifacts: job.artefact },
    AlgorithmSpecification: { TrainingImage: job.image },
};

describe("the newest training", () => {
    it("is the last one of ours that is done and was begun after what it learnt from was prepared", async () => {
        const TrainingJobSummaries = [{ TrainingJobName: "misfit-9" }, { TrainingJobName: "fit-1" }];
        const { asked, trainings } = sagemaker({
            ListTrainingJobs: { TrainingJobSummaries },
            DescribeTrainingJob: described,
        });
        assert.deepEqual(await trainings.newest("2026-06-30T06:00:00.000Z"), job);
        const [, list] = asked[0] ?? [];
        assert.deepEqual(list, {
            NameContains: "fit-",
            StatusEquals: "Completed",
            CreationTimeAfter: new Date("2026-06-30T06:00:00.000Z"),
            SortBy: "CreationTime",
            SortOrder: "Descending",
            MaxResults: 20,
        });
        assert.deepEqual(asked[1], ["DescribeTrainingJob", { TrainingJobName: "fit-1" }]);
    });

    it("is none while there is none", async () => {
        assert.equal(await sagemaker({ ListTrainingJobs: {} }).trainings.newest("2026-06-30T06:00:00.000Z"), undefined);
    });

    it("has a model and an image, or that is said", async () => {
        const TrainingJobSummaries = [{ TrainingJobName: "fit-1" }];
        for (const [answer, message] of [
            [{ ...described, ModelArtifacts: {} }, /the training job fit-1 has no model/],
            [{ ...described, AlgorithmSpecification: {} }, /fit-1 has no image/],
        ] as const) {
            const { trainings } = sagemaker({
                ListTrainingJobs: { TrainingJobSummaries },
                DescribeTrainingJob: answer,
            });
            await assert.rejects(trainings.newest("2026-06-30T06:00:00.000Z"), { name: "AnswerError", message });
        }
    });
});

describe("the champion", () => {
    const serving = (PrimaryContainer: object): Answers => ({
        DescribeEndpoint: { EndpointConfigName: "config-2" },
        DescribeEndpointConfig: { ProductionVariants: [{ ModelName: "model-2" }] },
        DescribeModel: { PrimaryContainer },
        DescribeModelPackage: {
            InferenceSpecification: { Containers: [{ ModelDataUrl: "s3://models/version.tar.gz" }] },
        },
    });

    it("is the artefact of the model behind the endpoint", async () => {
        const { asked, trainings } = sagemaker(serving({ ModelDataUrl: "s3://models/first.tar.gz" }));
        assert.equal(await trainings.champion(), "s3://models/first.tar.gz");
        assert.deepEqual(asked, [
            ["DescribeEndpoint", { EndpointName: GROUP }],
            ["DescribeEndpointConfig", { EndpointConfigName: "config-2" }],
            ["DescribeModel", { ModelName: "model-2" }],
        ]);
    });

    it("is that of the version, when the model was made from one", async () => {
        assert.equal(
            await sagemaker(serving({ ModelPackageName: VERSION })).trainings.champion(),
            "s3://models/version.tar.gz",
        );
    });

    it("has an artefact, or that is said", async () => {
        await assert.rejects(sagemaker(serving({})).trainings.champion(), { message: /model-2 has no artefact/ });
    });

    it("is none while there is no endpoint; any other error is one", async () => {
        const absent = Object.assign(new Error('Could not find endpoint "x".'), { name: "ValidationException" });
        assert.equal(await sagemaker({ DescribeEndpoint: absent }).trainings.champion(), undefined);
        for (const error of [
            Object.assign(new Error("not authorised"), { name: "AccessDeniedException" }),
            Object.assign(new Error("the name is too long"), { name: "ValidationException" }),
        ]) {
            await assert.rejects(sagemaker({ DescribeEndpoint: error }).trainings.champion(), error);
        }
    });
});

describe("a proposal", () => {
    it("waits for people in the group, with the figures", async () => {
        const { asked, trainings } = sagemaker({ CreateModelPackage: { ModelPackageArn: VERSION } });
        const proposal = { job, description: "better", metadata: { job: "fit-1" } };
        assert.equal(await trainings.propose(proposal), VERSION);
        assert.deepEqual(asked, [
            [
                "CreateModelPackage",
                {
                    ModelPackageGroupName: GROUP,
                    ModelPackageDescription: "better",
                    ModelApprovalStatus: "PendingManualApproval",
                    CustomerMetadataProperties: { job: "fit-1" },
                    InferenceSpecification: {
                        Containers: [{ Image: job.image, ModelDataUrl: job.artefact }],
                        SupportedContentTypes: ["text/csv"],
                        SupportedResponseMIMETypes: ["text/csv"],
                    },
                },
            ],
        ]);
        await assert.rejects(sagemaker({ CreateModelPackage: {} }).trainings.propose(proposal), {
            name: "AnswerError",
        });
    });

    it("is found again by its job", async () => {
        const jobs: Record<string, string> = { "a/3": "fit-3", "a/2": "fit-1" };
        const answers: Answers = {
            ListModelPackages: {
                ModelPackageSummaryList: Object.keys(jobs).map((ModelPackageArn) => ({ ModelPackageArn })),
            },
            DescribeModelPackage: ({ ModelPackageName }) => ({
                CustomerMetadataProperties: { job: jobs[String(ModelPackageName)] },
            }),
        };
        assert.equal(await sagemaker(answers).trainings.proposed("fit-1"), "a/2");
        assert.equal(await sagemaker(answers).trainings.proposed("fit-7"), undefined);
        assert.equal(await sagemaker({ ListModelPackages: {} }).trainings.proposed("fit-1"), undefined);
    });
});
