import { type Input, interpolate } from "@pulumi/pulumi";
import { HYPERPARAMETERS } from "../../model/hyperparameters.ts";
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
        // The second column says how many transactions a row stands for: `functions/train` takes samples.
        HyperParameters: { ...HYPERPARAMETERS, csv_weights: "1" },
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
