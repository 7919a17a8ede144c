import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { Endpoint } from "@pulumi/aws/sagemaker/endpoint.js";
import { EndpointConfiguration } from "@pulumi/aws/sagemaker/endpointConfiguration.js";
import { Model } from "@pulumi/aws/sagemaker/model.js";
import {
    ComponentResource,
    type ComponentResourceOptions,
    type Input,
    interpolate,
    jsonStringify,
    type Output,
    output,
} from "@pulumi/pulumi";
import type { Scoring } from "../../stacks/scoring-settings.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { PrivateNetwork } from "../network/private-network.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";
import { watchEndpoint } from "./endpoint-alarms.ts";
import { scale } from "./endpoint-scaling.ts";
import { asInApi, CAPTURED, captureOf, deploymentOf, variantOf } from "./endpoint-shape.ts";
import { grantConnect, grantDisks, grantRun, modelRole, type Place } from "./model-role.ts";
import { RESULT } from "./training-job.ts";
import type { Image } from "./xgboost-image.ts";

export interface FraudEndpointArgs extends Place {
    /** Name by which it is called; fixed, at most 63 letters, digits and dashes. */
    endpointName: string;
    /** The first model, as `s3://bucket/key` of this account; the key encrypts it. */
    modelArtifact: Input<string>;
    /** What runs the model. */
    image: Image;
    /** What answers, when that is slow, and whether a deployment may change the model. */
    scoring: Omit<Scoring, "training" | "learning" | "attemptMilliseconds">;
    /** Network of the machines; a serverless endpoint cannot be in one. */
    network: PrivateNetwork;
    /** Bucket for the record of traffic. */
    bucket: WorkBucket;
    /** Customer-managed key for disks, image and record. */
    key: PlatformKey;
    /** Its log: the key that encrypts it and the days for which it is kept. */
    log: { key: PlatformKey; retentionDays: number };
    /** Who is told when it fails. */
    alarmTopic: AlertTopic;
    /** Whether what stands behind the endpoint may be deleted while it serves. Default: false. */
    deletable?: boolean;
}

/** The fraud model, ready to be asked. */
export class FraudEndpoint extends ComponentResource {
    /** Name by which it is called; known only once it answers. */
    readonly endpointName: Output<string>;
    /** What the program would serve by: promotions serve by the like, but for the model. */
    readonly configurationName: Output<string>;
    /** How a version takes over, as the API of SageMaker wants it written: promotions bring theirs along. */
    readonly deployment: Output<string>;
    /** Role of its machines. */
    readonly roleArn: Output<string>;
    private readonly arn: Output<string>;

    constructor(name: string, args: FraudEndpointArgs, opts?: ComponentResourceOptions) {
        super("compliance:scoring:FraudEndpoint", name, {}, opts);
        const { endpointName, image, scoring, network, bucket, key, log, alarmTopic: topic, deletable = false } = args;
        const { endpoint: serving, slowMilliseconds, modelFrom } = scoring;
        const child = { parent: this };
        // What a promotion replaced, or works from, may still be in use: it outlives its place in the program.
        const behind = { ...child, retainOnDelete: modelFrom === "registry" && !deletable };

        const logGroup = new LogGroup(
            name,
            {
                // The name under which SageMaker writes.
                name: `/aws/sagemaker/Endpoints/${endpointName}`,
                kmsKeyId: log.key.arn,
                retentionInDays: log.retentionDays,
                tags: { retention: `${log.retentionDays}-days` },
            },
            child,
        );
        const undo = watchEndpoint(this, name, { endpointName, serving, slowMilliseconds, topic });
        const role = modelRole(this, name, args, {
            description: `What the machines of ${name} may do`,
            grants: [...grantsFor(args, undo), ...grantRun(image, interpolate`${logGroup.arn}:*`)],
        });
        const ownMachines = serving.kind === "instances";
        const model = new Model(
            name,
            {
                executionRoleArn: role.arn,
                primaryContainer: { image: image.uri, modelDataUrl: args.modelArtifact },
                ...(ownMachines && {
                    enableNetworkIsolation: true,
                    vpcConfig: { subnets: network.subnetIds, securityGroupIds: [network.securityGroupId] },
                }),
            },
            { ...behind, dependsOn: [role.policy, ...(ownMachines ? network.waysOut : [])] },
        );
        const configuration = new EndpointConfiguration(
            name,
            {
                // SageMaker has no update: each change makes another one, beside the one in use.
                namePrefix: `${name}-`,
                kmsKeyArn: key.arn,
                productionVariants: [variantOf(serving, model.name)],
                ...(ownMachines && { dataCaptureConfig: captureOf(serving, bucket, key) }),
            },
            behind,
        );
        const deploymentConfig = deploymentOf(
            serving,
            undo.map((alarm) => alarm.name),
        );
        const endpoint = new Endpoint(
            name,
            { name: endpointName, endpointConfigName: configuration.name, deploymentConfig },
            // See docs/decisions/0011: a deployment must not undo an approved promotion. The provider answers a change of
            // either with an update to the configuration in the state, which is that of the first model.
            {
                ...child,
                ignoreChanges: modelFrom === "registry" ? ["endpointConfigName", "deploymentConfig"] : [],
                dependsOn: logGroup,
            },
        );
        if (ownMachines) scale(this, name, endpoint, serving);
        this.endpointName = endpoint.name;
        this.configurationName = configuration.name;
        this.deployment = jsonStringify(asInApi(deploymentConfig));
        this.roleArn = role.arn;
        this.arn = endpoint.arn;
        this.registerOutputs({ endpointName: this.endpointName });
    }

    /** For a role that asks the model. */
    grantAsk(): Grant[] {
        return [{ Effect: "Allow", Action: ["sagemaker:InvokeEndpoint"], Resource: this.arn }];
    }
}

function grantsFor(
    { modelArtifact, accountId, bucket, key, network, scoring, region }: FraudEndpointArgs,
    undo: MetricAlarm[],
): Grant[] {
    const onOwnMachines: Grant[] = [
        // The slash and star mean the record of traffic in this one bucket.
        { Effect: "Allow", Action: ["s3:PutObject"], Resource: interpolate`${bucket.bucket.arn}/${CAPTURED}/*` },
        ...key.grantEncrypt(),
        ...grantConnect(network, { accountId, region }),
    ];
    // The slash and star mean the models of all trainings: people choose one.
    const promoted: Grant = {
        Effect: "Allow",
        Action: ["s3:GetObject"],
        Resource: interpolate`${bucket.bucket.arn}/${RESULT}/*`,
    };
    return [
        {
            Effect: "Allow",
            Action: ["s3:GetObject"],
            Resource: output(modelArtifact).apply((address) => address.replace("s3://", "arn:aws:s3:::")),
            // Whoever takes over a bucket's name in another account must not choose our model.
            Condition: { StringEquals: { "s3:ResourceAccount": accountId } },
        },
        ...(scoring.modelFrom === "registry" ? [promoted] : []),
        ...key.grantDecrypt(),
        ...grantDisks(key),
        // SageMaker watches the alarms that undo a deployment in the name of this role.
        ...undo.map(({ arn }): Grant => ({ Effect: "Allow", Action: ["cloudwatch:DescribeAlarms"], Resource: arn })),
        ...(scoring.endpoint.kind === "instances" ? onOwnMachines : []),
    ];
}
