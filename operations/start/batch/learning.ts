import { ListModelPackagesCommand, ListTrainingJobsCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { Clients } from "../../../local/services/clients.ts";
import { bucketOf, jsonObjects } from "./buckets.ts";

/** Group of the versions of the local stack, and its endpoint. */
export const MODEL_GROUP = "compliance-local-fraud";

/** What came of learning from the analysts' decisions. */
export interface Learning {
    /** Rows that were prepared, of each part, by what they are; nothing where there was no occasion. */
    prepared?: Record<string, { fraud: number; legitimate: number }>;
    trainings: { name: string; status: string }[];
    /** Candidates that were held against the model that serves; without faults they were proposed. */
    judged: { averagePrecision: { serving: number; candidate: number }; faults: string[] }[];
    /** Versions in the registry. */
    versions: { version: number; approval: string }[];
}

interface Judgement {
    champion: { averagePrecision: number };
    challenger: { averagePrecision: number };
    faults: string[];
}

export async function learningOf(clients: Clients, group: string): Promise<Learning> {
    const sagemaker = clients.of(SageMakerClient);
    const bucket = await bucketOf(clients, "model");
    const [manifest] = await jsonObjects(clients, bucket, "learning/", /^learning\/manifest\.json$/);
    const reports = await jsonObjects(clients, bucket, "learning/reports/", /\.json$/);
    const { TrainingJobSummaries = [] } = await sagemaker.send(new ListTrainingJobsCommand({}));
    const listed = new ListModelPackagesCommand({ ModelPackageGroupName: group });
    const { ModelPackageSummaryList = [] } = await sagemaker.send(listed);
    return {
        ...(manifest && { prepared: manifest.parts as NonNullable<Learning["prepared"]> }),
        trainings: TrainingJobSummaries.map(({ TrainingJobName = "", TrainingJobStatus = "" }) => {
            return { name: TrainingJobName, status: TrainingJobStatus };
        }),
        judged: (reports as unknown as Judgement[]).map(({ champion, challenger, faults }) => {
            const [serving, candidate] = [champion.averagePrecision, challenger.averagePrecision];
            return { averagePrecision: { serving, candidate }, faults };
        }),
        versions: ModelPackageSummaryList.map(({ ModelPackageVersion = 0, ModelApprovalStatus = "" }) => {
            return { version: ModelPackageVersion, approval: ModelApprovalStatus };
        }),
    };
}
