import {
    CreateModelPackageCommand,
    DescribeModelPackageCommand,
    DescribeTrainingJobCommand,
    ListModelPackagesCommand,
    ListTrainingJobsCommand,
    type SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { known, servingArtefact } from "../adapters/serving-model.ts";
import type { Job, Proposal, Trainings } from "./ports.ts";

export interface Names {
    /** What each job's name begins with, with its dash. */
    jobPrefix: string;
    /** Group of the versions. */
    group: string;
    endpoint: string;
}

/** How many of the newest versions may be the one of a job: a job's is proposed right after it. */
const NEWEST = 20;
const CSV = ["text/csv"];

export class SageMakerTrainings implements Trainings {
    readonly #client: Pick<SageMakerClient, "send">;
    readonly #names: Names;

    constructor(client: Pick<SageMakerClient, "send">, names: Names) {
        this.#client = client;
        this.#names = names;
    }

    async newest(after: string): Promise<Job | undefined> {
        const { jobPrefix } = this.#names;
        const { TrainingJobSummaries = [] } = await this.#client.send(
            new ListTrainingJobsCommand({
                NameContains: jobPrefix,
                StatusEquals: "Completed",
                CreationTimeAfter: new Date(after),
                SortBy: "CreationTime",
                SortOrder: "Descending",
                MaxResults: NEWEST,
            }),
        );
        // The name may contain it elsewhere, in a job of somebody else.
        const name = TrainingJobSummaries.find((one) => one.TrainingJobName?.startsWith(jobPrefix))?.TrainingJobName;
        if (name === undefined) return undefined;
        const job = await this.#client.send(new DescribeTrainingJobCommand({ TrainingJobName: name }));
        const artefact = known(job.ModelArtifacts?.S3ModelArtifacts, `the training job ${name} has no model`);
        return {
            name,
            artefact,
            image: known(job.AlgorithmSpecification?.TrainingImage, `the job ${name} has no image`),
        };
    }

    champion(): Promise<string | undefined> {
        return servingArtefact(this.#client, this.#names.endpoint);
    }

    async proposed(job: string): Promise<string | undefined> {
        const { ModelPackageSummaryList = [] } = await this.#client.send(
            new ListModelPackagesCommand({
                ModelPackageGroupName: this.#names.group,
                SortBy: "CreationTime",
                SortOrder: "Descending",
                MaxResults: NEWEST,
            }),
        );
        for (const { ModelPackageArn } of ModelPackageSummaryList) {
            const { CustomerMetadataProperties } = await this.#describe(ModelPackageArn);
            if (CustomerMetadataProperties?.job === job) return ModelPackageArn;
        }
        return undefined;
    }

    async propose({ job, description, metadata }: Proposal): Promise<string> {
        const { ModelPackageArn } = await this.#client.send(
            new CreateModelPackageCommand({
                ModelPackageGroupName: this.#names.group,
                ModelPackageDescription: description,
                ModelApprovalStatus: "PendingManualApproval",
                CustomerMetadataProperties: metadata,
                InferenceSpecification: {
                    Containers: [{ Image: job.image, ModelDataUrl: job.artefact }],
                    SupportedContentTypes: CSV,
                    SupportedResponseMIMETypes: CSV,
                },
            }),
        );
        return known(ModelPackageArn, `the version of ${job.name} has no name`);
    }

    #describe(ModelPackageName: string | undefined) {
        return this.#client.send(new DescribeModelPackageCommand({ ModelPackageName }));
    }
}
