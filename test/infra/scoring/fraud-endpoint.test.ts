import assert from "node:assert/strict";
import type { ProductionVariantInstanceType } from "@aws-sdk/client-sagemaker";
import { FraudEndpoint, type FraudEndpointArgs } from "../../../infra/scoring/fraud-endpoint.ts";
import { xgboostImage } from "../../../infra/scoring/xgboost-image.ts";
import { PROCESSORS } from "../../../stacks/scoring-settings.ts";
import { ACCOUNT, theBucket, theKey, theNetwork, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, found, namesOf, recordResources, statements } from "../../support/mocks.ts";

const MODEL = "aws:sagemaker/model:Model";
const CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
const ENDPOINT = "aws:sagemaker/endpoint:Endpoint";
const TARGET = "aws:appautoscaling/target:Target";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

type Scoring = FraudEndpointArgs["scoring"];

const scoring: Scoring = {
    endpoint: {
        kind: "instances",
        instanceType: "ml.m5.large",
        minimum: 2,
        maximum: 4,
        requestsPerMinute: 100,
        capturePercent: 50,
    },
    slowMilliseconds: 1000,
    modelFrom: "configuration",
};
const serverless: Scoring = {
    ...scoring,
    endpoint: { kind: "serverless", memoryMegabytes: 1024, maximumConcurrency: 3 },
};

async function create(given: Scoring, deletable = false): Promise<void> {
    new FraudEndpoint("f", {
        accountId: ACCOUNT,
        region: "eu-west-1",
        endpointName: "the-endpoint",
        modelArtifact: "s3://the-models/first/model.tar.gz",
        image: xgboostImage("eu-west-1"),
        scoring: given,
        network: theNetwork(),
        bucket: theBucket(),
        key: theKey(),
        log: { key: theKey(), retentionDays: 400 },
        alarmTopic: theTopic(),
        deletable,
    });
    await allRegistered();
}

const allow = (Resource: string, ...Action: string[]) => ({ Effect: "Allow", Action, Resource });
const common = [
    {
        ...allow("arn:aws:s3:::the-models/first/model.tar.gz", "s3:GetObject"),
        Condition: { StringEquals: { "s3:ResourceAccount": ACCOUNT } },
    },
    {
        ...allow("arn:kms:the-key", "kms:CreateGrant"),
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    ...["f-failing", "f-refusing", "f-slow"].map((name) =>
        allow(`arn:cloudwatch:${name}`, "cloudwatch:DescribeAlarms"),
    ),
    allow(
        "arn:aws:ecr:eu-west-1:141502667606:repository/sagemaker-xgboost",
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:GetDownloadUrlForLayer",
    ),
    allow("*", "ecr:GetAuthorizationToken"),
    allow("arn:cloudwatch:f:*", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"),
    {
        ...allow("*", "cloudwatch:PutMetricData"),
        Condition: { StringLike: { "cloudwatch:namespace": "/aws/sagemaker/*" } },
    },
];
const INTERFACES = ["Create", "Delete"].flatMap((verb) => [
    `ec2:${verb}NetworkInterface`,
    `ec2:${verb}NetworkInterfacePermission`,
]);

/** Their order says nothing. */
const sorted = (all: unknown[]) => all.map((one) => JSON.stringify(one, Object.keys(flat(one)).sort())).sort();
function flat(value: unknown): Record<string, unknown> {
    if (!(value instanceof Object)) return {};
    return Object.assign({}, value, ...Object.values(value).map(flat));
}

describe("FraudEndpoint on machines", () => {
    before(async () => {
        await recordResources();
        await create(scoring);
    });

    it("runs the model on SageMaker's own XGBoost, in the network and without a way to call anybody", () => {
        const { executionRoleArn, ...rest } = created(MODEL, "f");
        assert.equal(executionRoleArn, "arn:iam:f");
        assert.deepEqual(rest, {
            primaryContainer: {
                image: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:3.0-5",
                modelDataUrl: "s3://the-models/first/model.tar.gz",
            },
            enableNetworkIsolation: true,
            vpcConfig: { subnets: ["net-subnet-1", "net-subnet-2"], securityGroupIds: ["net-functions-id"] },
        });
    });

    it("keeps what was asked and answered under the key, and its disks too", () => {
        assert.deepEqual(created(CONFIGURATION, "f"), {
            namePrefix: "f-",
            kmsKeyArn: "arn:kms:the-key",
            productionVariants: [
                {
                    variantName: "fraud",
                    modelName: "f",
                    initialVariantWeight: 1,
                    instanceType: "ml.m5.large",
                    initialInstanceCount: 2,
                },
            ],
            dataCaptureConfig: {
                enableCapture: true,
                initialSamplingPercentage: 50,
                destinationS3Uri: "s3://the-bucket/captured",
                kmsKeyId: "arn:kms:the-key",
                captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
                captureContentTypeHeader: { csvContentTypes: ["text/csv"] },
            },
        });
    });

    it("gives a new model one machine's share first, and brings the old one back when an alarm is raised", () => {
        assert.deepEqual(created(ENDPOINT, "f"), {
            name: "the-endpoint",
            endpointConfigName: "f",
            deploymentConfig: {
                blueGreenUpdatePolicy: {
                    trafficRoutingConfiguration: {
                        type: "CANARY",
                        canarySize: { type: "INSTANCE_COUNT", value: 1 },
                        waitIntervalInSeconds: 600,
                    },
                    terminationWaitInSeconds: 300,
                    maximumExecutionTimeoutInSeconds: 7200,
                },
                autoRollbackConfiguration: {
                    alarms: [{ alarmName: "f-failing" }, { alarmName: "f-refusing" }, { alarmName: "f-slow" }],
                },
            },
        });
    });

    it("starts and stops machines with the requests", () => {
        assert.deepEqual(created(TARGET, "f"), {
            serviceNamespace: "sagemaker",
            scalableDimension: "sagemaker:variant:DesiredInstanceCount",
            resourceId: "endpoint/the-endpoint/variant/fraud",
            minCapacity: 2,
            maxCapacity: 4,
        });
        assert.deepEqual(created("aws:appautoscaling/policy:Policy", "f"), {
            policyType: "TargetTrackingScaling",
            serviceNamespace: "sagemaker",
            scalableDimension: "sagemaker:variant:DesiredInstanceCount",
            resourceId: "endpoint/the-endpoint/variant/fraud",
            targetTrackingScalingPolicyConfiguration: {
                predefinedMetricSpecification: { predefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
                targetValue: 100,
                scaleOutCooldown: 60,
                scaleInCooldown: 600,
            },
        });
    });

    it("has a log under the key, made before SageMaker makes one of its own", () => {
        assert.deepEqual(created("aws:cloudwatch/logGroup:LogGroup", "f"), {
            name: "/aws/sagemaker/Endpoints/the-endpoint",
            kmsKeyId: "arn:kms:the-key",
            retentionInDays: 400,
            tags: { retention: "400-days" },
        });
        assert.ok(found(ENDPOINT, "f").dependsOn.some((made) => made.endsWith("aws:cloudwatch/logGroup:LogGroup f")));
    });

    it("is given a role for SageMaker of this account alone, with just what it needs", () => {
        assert.deepEqual(statements("aws:iam/role:Role", "f", "assumeRolePolicy"), [
            {
                Effect: "Allow",
                Principal: { Service: "sagemaker.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": ACCOUNT },
                    ArnLike: { "aws:SourceArn": `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:*` },
                },
            },
        ]);
        const ours = `arn:aws:ec2:eu-west-1:${ACCOUNT}`;
        const onMachines = [
            allow("arn:kms:the-key", "kms:Decrypt", "kms:GenerateDataKey"),
            allow("arn:s3:the-bucket/captured/*", "s3:PutObject"),
            allow(`${ours}:network-interface/*`, ...INTERFACES),
            allow(`${ours}:security-group/net-functions-id`, "ec2:CreateNetworkInterface"),
            allow(`${ours}:subnet/*`, "ec2:CreateNetworkInterface"),
        ];
        const describing = ["DhcpOptions", "NetworkInterfaces", "SecurityGroups", "Subnets", "Vpcs"];
        const expected = common.map((one) =>
            one.Action.includes("ecr:GetAuthorizationToken")
                ? allow("*", ...describing.map((what) => `ec2:Describe${what}`), "ecr:GetAuthorizationToken")
                : one,
        );
        const written = statements("aws:iam/rolePolicy:RolePolicy", "f");
        assert.deepEqual(sorted(written), sorted([...expected, ...onMachines]));
    });

    it("knows only machines that SageMaker has", () => {
        const machines: Partial<Record<ProductionVariantInstanceType, number>> = PROCESSORS;
        assert.equal(machines["ml.m5.large"], 2);
    });

    it("raises alarms from thresholds that fit the machines", () => {
        const threshold = (name: string) => created(ALARM, name).threshold;
        assert.equal(namesOf(ALARM).filter((name) => name.startsWith("f-")).length, 10);
        assert.equal(threshold("f-cpu"), 170);
        assert.equal(threshold("f-memory"), 85);
        assert.equal(threshold("f-overloaded"), 125);
        assert.equal(threshold("f-at-maximum"), 3.5);
        assert.equal(created(ALARM, "f-slow").extendedStatistic, "p99");
        assert.deepEqual(created(ALARM, "f-slow").dimensions, {
            EndpointName: "the-endpoint",
            VariantName: "fraud",
        });
    });
});

describe("FraudEndpoint without machines", () => {
    before(async () => {
        await recordResources();
        await create(serverless);
    });

    it("asks for nothing that SageMaker refuses it: no network, no isolation, no record of traffic, no scaling", () => {
        assert.deepEqual(Object.keys(created(MODEL, "f")).sort(), ["executionRoleArn", "primaryContainer"]);
        assert.deepEqual(created(CONFIGURATION, "f"), {
            namePrefix: "f-",
            kmsKeyArn: "arn:kms:the-key",
            productionVariants: [
                {
                    variantName: "fraud",
                    modelName: "f",
                    initialVariantWeight: 1,
                    serverlessConfig: { memorySizeInMb: 1024, maxConcurrency: 3 },
                },
            ],
        });
        assert.deepEqual(namesOf(TARGET), []);
    });

    it("gives a new model all traffic at once, still under the alarms", () => {
        const { deploymentConfig } = created(ENDPOINT, "f") as { deploymentConfig: Record<string, unknown> };
        assert.deepEqual(deploymentConfig.blueGreenUpdatePolicy, {
            trafficRoutingConfiguration: { type: "ALL_AT_ONCE", waitIntervalInSeconds: 600 },
            terminationWaitInSeconds: 300,
            maximumExecutionTimeoutInSeconds: 7200,
        });
    });

    it("needs no permission for machines", () => {
        const written = statements("aws:iam/rolePolicy:RolePolicy", "f");
        const decrypting = allow("arn:kms:the-key", "kms:Decrypt");
        assert.deepEqual(sorted(written), sorted([...common, decrypting]));
    });

    it("raises alarms on what it reports", () => {
        const alarms = namesOf(ALARM).filter((name) => name.startsWith("f-"));
        assert.deepEqual(alarms, ["f-at-maximum", "f-failing", "f-idle", "f-memory", "f-refusing", "f-slow"]);
        assert.equal(created(ALARM, "f-at-maximum").metricName, "ServerlessConcurrentExecutionsUtilization");
    });
});

describe("FraudEndpoint and who decides on its model", () => {
    beforeEach(recordResources);

    it("follows the configuration at each deployment where that decides", async () => {
        await create(scoring);
        assert.deepEqual(found(ENDPOINT, "f").ignores, []);
        for (const type of [MODEL, CONFIGURATION]) assert.equal(found(type, "f").isRetained, false, type);
    });

    it("leaves a promoted model in place, and all that it may still be made of", async () => {
        await create({ ...scoring, modelFrom: "registry" });
        assert.deepEqual(found(ENDPOINT, "f").ignores, ["endpointConfigName", "deploymentConfig"]);
        for (const type of [MODEL, CONFIGURATION]) assert.equal(found(type, "f").isRetained, true, type);
    });

    it("lets its machines read what was trained where people choose among that, and nowhere else", async () => {
        const trained = allow("arn:s3:the-bucket/trained/*", "s3:GetObject");
        const holds = () =>
            sorted(statements("aws:iam/rolePolicy:RolePolicy", "f")).includes(sorted([trained])[0] ?? "");
        await create(scoring);
        assert.equal(holds(), false);
        await recordResources();
        await create({ ...scoring, modelFrom: "registry" });
        assert.equal(holds(), true);
    });

    it("leaves nothing behind in a stack that may be torn down", async () => {
        await create({ ...scoring, modelFrom: "registry" }, true);
        for (const type of [MODEL, CONFIGURATION]) assert.equal(found(type, "f").isRetained, false, type);
    });
});
