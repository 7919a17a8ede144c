import { type Input, interpolate } from "@pulumi/pulumi";
import type { Scoring } from "../../stacks/scoring-settings.ts";
import type { PrivateNetwork } from "../network/private-network.ts";
import type { Image } from "./xgboost-image.ts";

export interface TrainingRequest {
    image: Image;
    training: Scoring["training"];
    /** Role that the job takes on. */
    roleArn: Input<string>;
    /** Folder with a folder for each channel. */
    from: Input<string>;
    /** Folder for the model. */
    to: Input<string>;
    /** Key for disks and model. */
    keyArn: Input<string>;
    network: PrivateNetwork;
    tags: Record<string, string>;
}

/**
 * How the trees grow. Fraud is rare, hence the area under precision and recall decides when to stop, not the share of
 * right answers. The same seed with the same data gives the same model.
 */
const HYPERPARAMETERS = {
    objective: "binary:logistic",
    eval_metric: "aucpr",
    num_round: "400",
    early_stopping_rounds: "25",
    max_depth: "6",
    eta: "0.1",
    subsample: "0.8",
    colsample_bytree: "0.8",
    min_child_weight: "5",
    seed: "4711",
};

/** The request of SageMaker's `CreateTrainingJob` in its own spelling, but for the name of the job. */
export function trainingRequest({ image, training, roleArn, from, to, keyArn, network, tags }: TrainingRequest) {
    const channel = (ChannelName: string) =>
        ({
            ChannelName,
            ContentType: "text/csv",
            CompressionType: "None",
            InputMode: "File",
            DataSource: {
                S3DataSource: {
                    S3DataType: "S3Prefix",
                    S3DataDistributionType: "FullyReplicated",
                    S3Uri: interpolate`${from}/${ChannelName}/`,
                },
            },
        }) as const;
    return {
        AlgorithmSpecification: { TrainingImage: image.uri, TrainingInputMode: "File" as const },
        RoleArn: roleArn,
        HyperParameters: HYPERPARAMETERS,
        InputDataConfig: [channel("train"), channel("validation")],
        OutputDataConfig: { S3OutputPath: interpolate`${to}/`, KmsKeyId: keyArn },
        ResourceConfig: {
            InstanceType: training.instanceType,
            // The history of one bank fits into one machine; two would have to talk to each other.
            InstanceCount: 1,
            VolumeSizeInGB: training.volumeGigabytes,
            VolumeKmsKeyId: keyArn,
        },
        VpcConfig: { Subnets: network.subnetIds, SecurityGroupIds: [network.securityGroupId] },
        EnableNetworkIsolation: true,
        EnableInterContainerTrafficEncryption: true,
        // A machine that AWS may take back would need checkpoints, one more place with what was learnt.
        EnableManagedSpotTraining: false,
        StoppingCondition: { MaxRuntimeInSeconds: training.maximumMinutes * 60 },
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    };
}
