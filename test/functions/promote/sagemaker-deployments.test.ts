import assert from "node:assert/strict";
import { SageMakerDeployments } from "../../../functions/promote/sagemaker-deployments.ts";

const GROUP = "compliance-test-fraud";
const ARN = `arn:aws:sagemaker:eu-west-1:111122223333:model-package/${GROUP}/3`;
const VERSION = { arn: ARN, number: 3, artefact: "s3://models/trained/fit-3/output/model.tar.gz" };
const TAGS = [{ Key: "platform", Value: "compliance-platform" }];
const DEPLOYMENT = { AutoRollbackConfiguration: { Alarms: [{ AlarmName: "fraud-failing" }] } };

type Input = Record<string, unknown>;
type Answers = Record<string, object | Error | ((input: Input) => object)>;

/** SageMaker that answers each call by its name, and keeps what it was asked. */
function sagemaker(answers: Answers) {
    const asked: [string, Input][] = [];
    const send = async (command: { constructor: { name: string }; input: Input }) => {
        const name = command.constructor.name.replace("Command", "");
        asked.push([name, command.input]);
        const answer = answers[name];
        if (answer === undefined) throw new Error(`nobody expected ${name}`);
        if (answer instanceof Error) throw answer;
        return typeof answer === "function" ? answer(command.input) : answer;
    };
    const names = { group: GROUP, endpoint: GROUP, template: "fraud-1", deployment: DEPLOYMENT, tags: TAGS };
    const inputOf = (call: string) => asked.find(([name]) => name === call)?.[1];
    return { asked, inputOf, deployments: new SageMakerDeployments({ send } as never, names) };
}

const refusal = (message: string, name = "ValidationException") => Object.assign(new Error(message), { name });

const variant = { VariantName: "fraud", InstanceType: "ml.m5.large", InitialInstanceCount: 2, InitialVariantWeight: 1 };
const capture = { EnableCapture: true, DestinationS3Uri: "s3://models/captured" };
const template = {
    EndpointConfigName: "fraud-1",
    EndpointConfigArn: "arn:1",
    ProductionVariants: [{ ...variant, ModelName: "fraud-model" }],
    DataCaptureConfig: capture,
    KmsKeyId: "the-key",
};
const first = {
    ModelName: "fraud-model",
    PrimaryContainer: { ModelDataUrl: "s3://models/first.tar.gz" },
    ExecutionRoleArn: "the-role",
    VpcConfig: { Subnets: ["a", "b"], SecurityGroupIds: ["c"] },
    EnableNetworkIsolation: true,
};

const making: Answers = {
    DescribeEndpointConfig: template,
    DescribeModel: first,
    CreateModel: { ModelArn: "arn:2" },
    CreateEndpointConfig: { EndpointConfigArn: "arn:3" },
};

describe("the newest approved version", () => {
    const described = {
        ModelPackageVersion: 3,
        InferenceSpecification: { Containers: [{ ModelDataUrl: VERSION.artefact }] },
    };

    it("is the last one of the group that is approved, on whatever page", async () => {
        const { asked, deployments } = sagemaker({
            ListModelPackages: ({ NextToken }) =>
                NextToken === undefined
                    ? { ModelPackageSummaryList: [], NextToken: "more" }
                    : { ModelPackageSummaryList: [{ ModelPackageArn: ARN }, { ModelPackageArn: "older" }] },
            DescribeModelPackage: described,
        });
        assert.deepEqual(await deployments.newestApproved(), VERSION);
        const list = {
            ModelPackageGroupName: GROUP,
            ModelApprovalStatus: "Approved",
            SortBy: "CreationTime",
            SortOrder: "Descending",
        };
        assert.deepEqual(asked, [
            ["ListModelPackages", { ...list, NextToken: undefined }],
            ["ListModelPackages", { ...list, NextToken: "more" }],
            ["DescribeModelPackage", { ModelPackageName: ARN }],
        ]);
    });

    it("is none while none is approved", async () => {
        assert.equal(await sagemaker({ ListModelPackages: {} }).deployments.newestApproved(), undefined);
    });

    it("has a number and a model, or that is said", async () => {
        const ListModelPackages = { ModelPackageSummaryList: [{ ModelPackageArn: ARN }] };
        for (const [DescribeModelPackage, message] of [
            [{ ...described, ModelPackageVersion: undefined }, /fraud\/3 has no number/],
            [{ ...described, InferenceSpecification: {} }, /fraud\/3 has no model/],
        ] as const) {
            const { deployments } = sagemaker({ ListModelPackages, DescribeModelPackage });
            await assert.rejects(deployments.newestApproved(), { name: "AnswerError", message });
        }
    });
});

describe("the endpoint", () => {
    const LastModifiedTime = new Date("2026-06-30T08:00:00.000Z");
    const found = { EndpointStatus: "InService", EndpointConfigName: "config-2", LastModifiedTime };

    it("says how it is, and what it is being changed to and why that failed if it knows", async () => {
        const changedAt = LastModifiedTime.getTime();
        const plain = { status: "InService", configuration: "config-2", changedAt };
        assert.deepEqual(await sagemaker({ DescribeEndpoint: found }).deployments.endpoint(), plain);
        const PendingDeploymentSummary = { EndpointConfigName: "config-3" };
        const more = { ...found, PendingDeploymentSummary, FailureReason: "slow" };
        assert.deepEqual(await sagemaker({ DescribeEndpoint: more }).deployments.endpoint(), {
            ...plain,
            pending: "config-3",
            failure: "slow",
        });
        const absent = refusal('Could not find endpoint "x".');
        assert.equal(await sagemaker({ DescribeEndpoint: absent }).deployments.endpoint(), undefined);
    });

    it("has all that it must have, or that is said", async () => {
        for (const key of Object.keys(found)) {
            const { deployments } = sagemaker({ DescribeEndpoint: { ...found, [key]: undefined } });
            await assert.rejects(deployments.endpoint(), { name: "AnswerError" });
        }
    });

    it("serves the artefact of its model", async () => {
        const answers = { ...making, DescribeEndpoint: found };
        assert.equal(await sagemaker(answers).deployments.serving(), "s3://models/first.tar.gz");
    });
});

describe("what a version is served by", () => {
    it("is as the program made it but for the model: machines, record, key, role and network", async () => {
        const { asked, inputOf, deployments } = sagemaker(making);
        const name = await deployments.prepare(VERSION);
        assert.match(name, /^compliance-test-fraud-v3-[0-9a-f]{8}$/);
        const { ModelName, ...model } = inputOf("CreateModel") ?? {};
        assert.match(String(ModelName), /^compliance-test-fraud-v3-[0-9a-f]{8}$/);
        assert.deepEqual(model, {
            PrimaryContainer: { ModelPackageName: ARN },
            ExecutionRoleArn: "the-role",
            VpcConfig: first.VpcConfig,
            EnableNetworkIsolation: true,
            Tags: TAGS,
        });
        assert.deepEqual(inputOf("CreateEndpointConfig"), {
            EndpointConfigName: name,
            ProductionVariants: [{ ...variant, ModelName }],
            DataCaptureConfig: capture,
            KmsKeyId: "the-key",
            Tags: TAGS,
        });
        assert.deepEqual(asked.slice(0, 2), [
            ["DescribeEndpointConfig", { EndpointConfigName: "fraud-1" }],
            ["DescribeModel", { ModelName: "fraud-model" }],
        ]);
    });

    it("is found again where it is there already, and is another one on other machines", async () => {
        const name = await sagemaker(making).deployments.prepare(VERSION);
        const there = {
            CreateModel: refusal('Cannot create already existing model "arn".'),
            CreateEndpointConfig: refusal('Cannot create already existing endpoint configuration "arn".'),
            DescribeModel: ({ ModelName }: Input) =>
                ModelName === "fraud-model" ? first : { PrimaryContainer: { ModelPackageName: ARN } },
        };
        let model: unknown;
        const again = sagemaker({
            ...there,
            CreateModel: ({ ModelName }) => {
                model = ModelName;
                throw there.CreateModel;
            },
            DescribeEndpointConfig: ({ EndpointConfigName }) =>
                EndpointConfigName === "fraud-1" ? template : { ProductionVariants: [{ ModelName: model }] },
        });
        assert.equal(await again.deployments.prepare(VERSION), name);

        const larger = { ...template, ProductionVariants: [{ ...variant, InstanceType: "ml.m5.4xlarge" }] };
        const other = sagemaker({ ...making, DescribeEndpointConfig: larger });
        assert.notEqual(await other.deployments.prepare(VERSION), name);
    });

    it("is refused where the name is something else's, and any other error is one", async () => {
        const there = refusal("Cannot create already existing thing");
        for (const [answers, error] of [
            [
                { CreateModel: there },
                { name: "NameTakenError", message: /the model compliance-test-fraud-v3-.* delete/ },
            ],
            [{ CreateEndpointConfig: there }, { name: "NameTakenError", message: /endpoint configuration comp/ }],
            [{ CreateModel: refusal("no such role") }, { message: "no such role" }],
            [{ CreateEndpointConfig: refusal("exists already exists", "AccessDenied") }, { name: "AccessDenied" }],
            [{ DescribeEndpointConfig: {} }, { name: "AnswerError", message: /fraud-1 has no variant/ }],
        ] as const) {
            await assert.rejects(sagemaker({ ...making, ...answers }).deployments.prepare(VERSION), error);
        }
    });
});

describe("the change of the endpoint", () => {
    it("takes over as the program says by now, by its alarms, with as many machines as run", async () => {
        const { inputOf, deployments } = sagemaker({ DescribeEndpointConfig: template, UpdateEndpoint: {} });
        assert.equal(await deployments.update("config-3"), true);
        assert.deepEqual(inputOf("UpdateEndpoint"), {
            EndpointName: GROUP,
            EndpointConfigName: "config-3",
            DeploymentConfig: DEPLOYMENT,
            RetainAllVariantProperties: true,
            ExcludeRetainedVariantProperties: [{ VariantPropertyType: "DesiredWeight" }],
        });
    });

    it("has no machines to keep where it is serverless", async () => {
        const serverless = { ProductionVariants: [{ ServerlessConfig: { MemorySizeInMB: 1024 } }] };
        const { inputOf, deployments } = sagemaker({ DescribeEndpointConfig: serverless, UpdateEndpoint: {} });
        await deployments.update("config-3");
        const plain = { EndpointName: GROUP, EndpointConfigName: "config-3", DeploymentConfig: DEPLOYMENT };
        assert.deepEqual(inputOf("UpdateEndpoint"), plain);
    });

    it("is left to whoever is changing it; any other error is one", async () => {
        const asking = (error: Error) => {
            const { deployments } = sagemaker({ DescribeEndpointConfig: template, UpdateEndpoint: error });
            return deployments.update("config-3");
        };
        assert.equal(await asking(refusal('Cannot update in-progress endpoint "arn".')), false);
        assert.equal(await asking(refusal("The endpoint is Updating")), false);
        assert.equal(await asking(refusal("in use", "ResourceInUse")), false);
        await assert.rejects(asking(refusal("Could not find endpoint configuration")), { message: /Could not find/ });
        await assert.rejects(asking(refusal("limit", "ResourceLimitExceeded")), { name: "ResourceLimitExceeded" });
    });
});
