import { adds, refuses } from "../../support/type-tests.ts";

const MODEL = "aws:sagemaker/model:Model";
const CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
const ENDPOINT = "aws:sagemaker/endpoint:Endpoint";
const GROUP = "aws:sagemaker/modelPackageGroup:ModelPackageGroup";
const POLICY = "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy";

const ROLE = "arn:aws:iam::111122223333:role/it";
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/it";
const ARN = "arn:aws:sagemaker:eu-west-1:111122223333";
const container = { image: "1.dkr.ecr.eu-west-1.amazonaws.com/it:1.7-1", modelDataUrl: "s3://models/model.tar.gz" };

const variant = { modelName: "it", instanceType: "ml.m5.large", initialInstanceCount: 2 };
const serverless = { modelName: "it", serverlessConfig: { memorySizeInMb: 2048, maxConcurrency: 5 } };
const capture = {
    destinationS3Uri: "s3://models/captured",
    initialSamplingPercentage: 100,
    captureOptions: [{ captureMode: "Input" }],
};
const with_ = (change: object) => ({ productionVariants: [{ ...variant, ...change }] }) as never;
const without = (change: object) =>
    ({
        productionVariants: [{ ...serverless, serverlessConfig: { ...serverless.serverlessConfig, ...change } }],
    }) as never;
const capturing = (change: object) => ({ dataCaptureConfig: { ...capture, ...change } }) as never;
const routing = (type: string, change: object = {}) =>
    ({
        deploymentConfig: {
            blueGreenUpdatePolicy: {
                trafficRoutingConfiguration: { type, waitIntervalInSeconds: 60, ...change },
            },
        },
    }) as never;
const canary = { canarySize: { type: "INSTANCE_COUNT", value: 1 } };
const blueGreen = (change: object) =>
    ({
        deploymentConfig: {
            blueGreenUpdatePolicy: {
                trafficRoutingConfiguration: { type: "ALL_AT_ONCE", waitIntervalInSeconds: 0 },
                ...change,
            },
        },
    }) as never;
const R = "deploymentConfig.blueGreenUpdatePolicy.trafficRoutingConfiguration";
const S = "productionVariants[0].serverlessConfig";

describe("the table of sagemaker", () => {
    adds([
        {
            type: MODEL,
            inputs: { name: "Fraud", executionRoleArn: ROLE, primaryContainer: container },
            id: "Fraud",
            outputs: { arn: `${ARN}:model/fraud` },
        },
        {
            type: CONFIGURATION,
            inputs: { namePrefix: "fraud-", productionVariants: [variant] },
            id: /^fraud-[0-9a-f]{26}$/,
            outputs: { region: "eu-west-1" },
        },
        {
            type: ENDPOINT,
            inputs: { name: "fraud", endpointConfigName: "it" },
            id: "fraud",
            outputs: { arn: `${ARN}:endpoint/fraud` },
        },
        {
            type: GROUP,
            inputs: { modelPackageGroupName: "fraud" },
            id: "fraud",
            outputs: { arn: `${ARN}:model-package-group/fraud` },
        },
        { type: POLICY, inputs: { modelPackageGroupName: "fraud", resourcePolicy: "{}" }, id: "fraud", outputs: {} },
    ]);

    refuses([
        {
            type: MODEL,
            good: {
                name: "fraud",
                executionRoleArn: ROLE,
                primaryContainer: container,
                vpcConfig: { subnets: ["subnet-1"], securityGroupIds: ["sg-1"] },
            },
            bad: [
                [{ name: "f".repeat(64) }, "name must have at most 63 characters"],
                [{ name: "fraud_model" }, "name must be made of letters, digits and dashes"],
                [{ name: "fraud-" }, "name must be made of letters, digits and dashes"],
                [{ executionRoleArn: null }, "executionRoleArn is required"],
                [{ executionRoleArn: "it" }, "executionRoleArn must be the ARN of a role"],
                [{ vpcConfig: { subnets: ["subnet-1"] } }, "vpcConfig.securityGroupIds is required"],
                [{ primaryContainer: null }, "primaryContainer or containers is needed"],
                [{ containers: [container] }, "primaryContainer or containers is needed"],
                [
                    { primaryContainer: { ...container, modelDataUrl: "model.tar.gz" } },
                    "primaryContainer.modelDataUrl must be an address in S3",
                ],
                [{ primaryContainer: { ...container, image: "an image" } }, "primaryContainer.image must be"],
                [{ primaryContainer: { ...container, mode: "Some" } }, "primaryContainer.mode must be one of"],
            ],
        },
        {
            type: CONFIGURATION,
            good: { name: "fraud", kmsKeyArn: KEY, productionVariants: [variant], dataCaptureConfig: capture },
            bad: [
                [{ name: null, namePrefix: "f".repeat(38) }, "namePrefix must have at most 37 characters"],
                [{ productionVariants: null }, "productionVariants is required"],
                [{ productionVariants: Array(11).fill(variant) }, "productionVariants must have at most 10 items"],
                [{ productionVariants: [serverless, variant] }, "productionVariants must be one alone"],
                [{ productionVariants: [serverless] }, "dataCaptureConfig is not possible for a serverless"],
                [
                    { productionVariants: [serverless], asyncInferenceConfig: {} },
                    "asyncInferenceConfig is not possible for a serverless",
                ],
                [with_({ instanceType: undefined }), "productionVariants[0] needs an instanceType or"],
                [with_({ instanceType: "m5.large" }), "productionVariants[0].instanceType must be an instance type"],
                [with_({ instanceType: "ml.m5d.large" }), "kmsKeyArn is refused for ml.m5d.large"],
                [with_({ initialInstanceCount: 0 }), "productionVariants[0].initialInstanceCount must be"],
                [with_(serverless), "productionVariants[0] cannot have both a serverlessConfig and instances"],
                [with_({ volumeSizeInGb: 513 }), "productionVariants[0].volumeSizeInGb must be"],
                [
                    with_({ modelDataDownloadTimeoutInSeconds: 59 }),
                    "productionVariants[0].modelDataDownloadTimeoutInSeconds must be",
                ],
                [
                    with_({ containerStartupHealthCheckTimeoutInSeconds: 3601 }),
                    "productionVariants[0].containerStartupHealthCheckTimeoutInSeconds must be",
                ],
                [without({ memorySizeInMb: 1536 }), `${S}.memorySizeInMb must be one of 1024, 2048`],
                [without({ memorySizeInMb: undefined }), `${S}.memorySizeInMb is required`],
                [without({ maxConcurrency: 201 }), `${S}.maxConcurrency must be a whole number from 1 to 200`],
                [without({ provisionedConcurrency: 0 }), `${S}.provisionedConcurrency must be`],
                [without({ provisionedConcurrency: 6 }), "productionVariants[0] must not provision more"],
                [{ kmsKeyArn: "it" }, "kmsKeyArn must be the ARN of a key"],
                [capturing({ initialSamplingPercentage: 101 }), "dataCaptureConfig.initialSamplingPercentage must be"],
                [capturing({ destinationS3Uri: "captured" }), "dataCaptureConfig.destinationS3Uri must be"],
                [capturing({ captureOptions: null }), "dataCaptureConfig.captureOptions is required"],
                [
                    capturing({ captureOptions: [{ captureMode: "All" }] }),
                    "dataCaptureConfig.captureOptions[0].captureMode must be one of Input, Output",
                ],
                [capturing({ kmsKeyId: "it" }), "dataCaptureConfig.kmsKeyId must be the ARN of a key"],
                [
                    capturing({ captureContentTypeHeader: { csvContentTypes: ["csv"] } }),
                    "dataCaptureConfig.captureContentTypeHeader.csvContentTypes[0] must be a content type",
                ],
            ],
        },
        {
            type: ENDPOINT,
            good: { name: "fraud", endpointConfigName: "it", ...(routing("CANARY", canary) as object) },
            bad: [
                [{ name: "compliance.prod" }, "name must be made of letters, digits and dashes"],
                [{ endpointConfigName: null }, "endpointConfigName is required"],
                [{ endpointConfigName: "c".repeat(64) }, "endpointConfigName must have at most 63 characters"],
                [routing("SLOWLY"), `${R}.type must be one of ALL_AT_ONCE, CANARY, LINEAR`],
                [routing("CANARY"), `${R} needs a canarySize for CANARY`],
                [routing("LINEAR"), `${R} needs a linearStepSize for LINEAR`],
                [routing("ALL_AT_ONCE", canary), `${R} takes no size for ALL_AT_ONCE`],
                [routing("ALL_AT_ONCE", { waitIntervalInSeconds: 3601 }), `${R}.waitIntervalInSeconds must be`],
                [
                    routing("ALL_AT_ONCE", { waitIntervalInSeconds: undefined }),
                    `${R}.waitIntervalInSeconds is required`,
                ],
                [
                    routing("CANARY", { canarySize: { type: "MACHINES", value: 1 } }),
                    `${R}.canarySize.type must be one of INSTANCE_COUNT, CAPACITY_PERCENT`,
                ],
                [
                    routing("CANARY", { canarySize: { type: "INSTANCE_COUNT", value: 0 } }),
                    `${R}.canarySize.value must be a whole number from 1`,
                ],
                [
                    blueGreen({ terminationWaitInSeconds: 3601 }),
                    "deploymentConfig.blueGreenUpdatePolicy.terminationWaitInSeconds must be",
                ],
                [
                    blueGreen({ maximumExecutionTimeoutInSeconds: 599 }),
                    "deploymentConfig.blueGreenUpdatePolicy.maximumExecutionTimeoutInSeconds must be",
                ],
                [
                    { deploymentConfig: { autoRollbackConfiguration: { alarms: Array(11).fill({ alarmName: "a" }) } } },
                    "deploymentConfig.autoRollbackConfiguration.alarms must name 1 to 10 alarms, names 11",
                ],
            ],
        },
        {
            type: GROUP,
            good: { modelPackageGroupName: "fraud", modelPackageGroupDescription: "its versions" },
            bad: [
                [{ modelPackageGroupName: "a b" }, "modelPackageGroupName must be made of letters"],
                [{ modelPackageGroupDescription: "x".repeat(1025) }, "modelPackageGroupDescription must have at most"],
            ],
        },
        {
            type: POLICY,
            good: { modelPackageGroupName: "fraud", resourcePolicy: "{}" },
            bad: [
                [{ modelPackageGroupName: null }, "modelPackageGroupName is required"],
                [{ resourcePolicy: "deny" }, "resourcePolicy is not a JSON object"],
                [{ resourcePolicy: `{"a":"${"x".repeat(20_480)}"}` }, "resourcePolicy must have at most 20480"],
            ],
        },
    ]);
});
