import * as z from "zod/mini";
import { ServiceError } from "../answering.ts";
import { type Operation, readInput, resourceArn, resourceName } from "./operation.ts";
import type { Training } from "./trainings.ts";

const S3 = z.string().check(z.regex(/^s3:\/\/[^/]+\/.*$/));
const Request = z.looseObject({
    TrainingJobName: resourceName,
    RoleArn: z.string(),
    AlgorithmSpecification: z.looseObject({ TrainingImage: z.optional(z.string()) }),
    HyperParameters: z.optional(z.record(z.string(), z.string())),
    InputDataConfig: z
        .array(
            z.looseObject({
                ChannelName: z.string().check(z.regex(/^[A-Za-z0-9.\-_]+$/)),
                DataSource: z.looseObject({ S3DataSource: z.looseObject({ S3Uri: S3 }) }),
            }),
        )
        .check(z.minLength(1)),
    OutputDataConfig: z.looseObject({ S3OutputPath: S3 }),
});
const Named = z.object({ TrainingJobName: resourceName });
const Listed = z.object({
    NameContains: z.optional(z.string()),
    StatusEquals: z.optional(z.string()),
    CreationTimeAfter: z.optional(z.number()),
    MaxResults: z.optional(z.number()),
    SortOrder: z.optional(z.enum(["Ascending", "Descending"])),
});

/** The part of SageMaker that trains. */
export const trainingOperations: Readonly<Record<string, Operation>> = {
    CreateTrainingJob({ trainings, place }, given) {
        const request = readInput(Request, given);
        trainings.create(request);
        return { TrainingJobArn: resourceArn(place, "training-job", request.TrainingJobName) };
    },
    DescribeTrainingJob({ trainings, place }, given) {
        const job = found(trainings.find(readInput(Named, given).TrainingJobName));
        return {
            ...job.request,
            TrainingJobArn: resourceArn(place, "training-job", job.request.TrainingJobName),
            TrainingJobStatus: job.status,
            SecondaryStatus: job.status === "InProgress" ? "Training" : job.status,
            ...(job.artefact && { ModelArtifacts: { S3ModelArtifacts: job.artefact } }),
            ...(job.failure && { FailureReason: job.failure }),
            ...times(job),
        };
    },
    ListTrainingJobs({ trainings, place }, given) {
        const { NameContains = "", StatusEquals, CreationTimeAfter = 0, ...rest } = readInput(Listed, given);
        const { MaxResults = 10, SortOrder = "Descending" } = rest;
        const jobs = trainings
            .list()
            .filter(({ request }) => request.TrainingJobName.includes(NameContains))
            .filter(({ status }) => StatusEquals === undefined || status === StatusEquals)
            .filter(({ createdAt }) => createdAt > CreationTimeAfter);
        const sorted = SortOrder === "Ascending" ? jobs.reverse() : jobs;
        const TrainingJobSummaries = sorted.slice(0, MaxResults).map((job) => ({
            TrainingJobName: job.request.TrainingJobName,
            TrainingJobArn: resourceArn(place, "training-job", job.request.TrainingJobName),
            TrainingJobStatus: job.status,
            ...times(job),
        }));
        return { TrainingJobSummaries };
    },
    StopTrainingJob({ trainings }, given) {
        trainings.stop(found(trainings.find(readInput(Named, given).TrainingJobName)));
        return {};
    },
};

function found(job: Training | undefined): Training {
    if (job === undefined) throw new ServiceError("ValidationException", "Requested resource not found.");
    return job;
}

function times({ createdAt, endedAt }: Training) {
    return {
        CreationTime: createdAt,
        TrainingStartTime: createdAt,
        LastModifiedTime: endedAt ?? createdAt,
        ...(endedAt && { TrainingEndTime: endedAt }),
    };
}
