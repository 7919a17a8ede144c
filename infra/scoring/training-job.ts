import { ComponentResource, type ComponentResourceOptions, interpolate, type Output } from "@pulumi/pulumi";
import type { Scoring } from "../../stacks/scoring-settings.ts";
import type { PrivateNetwork } from "../network/private-network.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";
import { grantConnect, grantDisks, grantRun, modelRole, type Place } from "./model-role.ts";
import { trainingRequest } from "./training-request.ts";
import type { Image } from "./xgboost-image.ts";

export interface TrainingJobArgs extends Place {
    /** What each job's name begins with, up to its dash. */
    jobPrefix: string;
    /** What trains the model; the endpoint runs the same. */
    image: Image;
    /** On what, and how long. */
    training: Scoring["training"];
    /** Network of the machine. */
    network: PrivateNetwork;
    /** Bucket with what the model learns from; gets the result. */
    bucket: WorkBucket;
    /** Customer-managed key for disks, data and result. */
    key: PlatformKey;
    /** Tags of each job. */
    tags: Record<string, string>;
}

/** Where a job finds what it learns from, in the bucket of models: two folders, `train` and `validation`. */
const LEARNT_FROM = "training";
/** Where it leaves its model, in the same bucket. */
export const RESULT = "trained";

/** How a candidate of the fraud model is trained. The workflow starts the jobs; here is what one is, and who may. */
export class TrainingJob extends ComponentResource {
    /** The request of `CreateTrainingJob` but for the name of the job. */
    readonly job: ReturnType<typeof trainingRequest>;
    private readonly args: TrainingJobArgs;
    private readonly roleArn: Output<string>;

    constructor(name: string, args: TrainingJobArgs, opts?: ComponentResourceOptions) {
        super("compliance:scoring:TrainingJob", name, {}, opts);
        this.args = args;
        const { image, training, network, bucket, key, tags } = args;
        const { arn } = modelRole(this, name, args, {
            description: "What a job that trains the fraud model may do",
            grants: grantsFor(args),
        });
        this.roleArn = arn;
        const folder = interpolate`s3://${bucket.bucket.bucket}`;
        this.job = trainingRequest({
            image,
            training,
            roleArn: arn,
            from: interpolate`${folder}/${LEARNT_FROM}`,
            to: interpolate`${folder}/${RESULT}`,
            keyArn: key.arn,
            network,
            tags,
        });
        this.registerOutputs({});
    }

    /** For a role that starts jobs, and watches and stops them. It cannot leave a safeguard of the request out. */
    grantStart(): Grant[] {
        const { jobPrefix, accountId, region, key } = this.args;
        // The dash and star mean the jobs of this kind, whose names are made up when they start.
        const jobs = `arn:aws:sagemaker:${region}:${accountId}:training-job/${jobPrefix}-*`;
        return [
            {
                Effect: "Allow",
                Action: ["sagemaker:CreateTrainingJob"],
                Resource: jobs,
                Condition: {
                    Bool: { "sagemaker:NetworkIsolation": "true", "sagemaker:InterContainerTrafficEncryption": "true" },
                    ArnEquals: { "sagemaker:VolumeKmsKeyArn": key.arn, "sagemaker:OutputKmsKeyArn": key.arn },
                },
            },
            {
                Effect: "Allow",
                Action: [
                    "sagemaker:AddTags",
                    "sagemaker:DescribeTrainingJob",
                    "sagemaker:ListTags",
                    "sagemaker:StopTrainingJob",
                ],
                Resource: jobs,
            },
            {
                Effect: "Allow",
                Action: ["iam:PassRole"],
                Resource: this.roleArn,
                Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
            },
        ];
    }
}

function grantsFor({ image, network, bucket, key, accountId, region }: TrainingJobArgs): Grant[] {
    const { arn } = bucket.bucket;
    // One for all training jobs of the account, so no stack makes it; it gets figures of the training, no transactions.
    const log = `arn:aws:logs:${region}:${accountId}:log-group:/aws/sagemaker/TrainingJobs:*`;
    return [
        // The slash and star mean the objects of these two folders.
        { Effect: "Allow", Action: ["s3:GetObject"], Resource: interpolate`${arn}/${LEARNT_FROM}/*` },
        { Effect: "Allow", Action: ["s3:PutObject"], Resource: interpolate`${arn}/${RESULT}/*` },
        {
            Effect: "Allow",
            Action: ["s3:ListBucket"],
            Resource: arn,
            Condition: { StringLike: { "s3:prefix": `${LEARNT_FROM}/*` } },
        },
        ...key.grantEncrypt(),
        ...grantDisks(key),
        ...grantConnect(network, { accountId, region }),
        ...grantRun(image, log),
        { Effect: "Allow", Action: ["logs:CreateLogGroup"], Resource: log },
    ];
}
