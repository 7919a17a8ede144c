import {
    CreateEndpointConfigCommand,
    type CreateEndpointConfigInput,
    CreateModelCommand,
    type CreateModelInput,
    type DeploymentConfig,
    DescribeEndpointConfigCommand,
    DescribeModelCommand,
    DescribeModelPackageCommand,
    ListModelPackagesCommand,
    type SageMakerClient,
    type Tag,
    UpdateEndpointCommand,
} from "@aws-sdk/client-sagemaker";
import { describeEndpoint, known, servingArtefact } from "../adapters/serving-model.ts";
import { NameTakenError, nameOf, unlessBusy, unlessThere } from "./names.ts";
import type { Deployments, Endpoint, Version } from "./ports.ts";

export interface Names {
    /** Group of the versions. */
    group: string;
    /** Endpoint; what is made for it begins with its name. */
    endpoint: string;
    /** The program's own configuration: machines, record and key are taken from it, and from its model where it runs. */
    template: string;
    /** How a version takes over, and what undoes it. */
    deployment: DeploymentConfig;
    /** For what is made. */
    tags: Tag[];
}

export class SageMakerDeployments implements Deployments {
    readonly #client: Pick<SageMakerClient, "send">;
    readonly #names: Names;

    constructor(client: Pick<SageMakerClient, "send">, names: Names) {
        this.#client = client;
        this.#names = names;
    }

    async newestApproved(): Promise<Version | undefined> {
        let NextToken: string | undefined;
        do {
            const page = await this.#client.send(
                new ListModelPackagesCommand({
                    ModelPackageGroupName: this.#names.group,
                    ModelApprovalStatus: "Approved",
                    SortBy: "CreationTime",
                    SortOrder: "Descending",
                    NextToken,
                }),
            );
            const [newest] = page.ModelPackageSummaryList ?? [];
            if (newest !== undefined) return this.#version(known(newest.ModelPackageArn, "a version has no name"));
            NextToken = page.NextToken;
        } while (NextToken !== undefined);
        return undefined;
    }

    serving(): Promise<string | undefined> {
        return servingArtefact(this.#client, this.#names.endpoint);
    }

    async endpoint(): Promise<Endpoint | undefined> {
        const { endpoint: name } = this.#names;
        const found = await describeEndpoint(this.#client, name);
        if (found === undefined) return undefined;
        const { EndpointStatus, EndpointConfigName, PendingDeploymentSummary, FailureReason, LastModifiedTime } = found;
        const pending = PendingDeploymentSummary?.EndpointConfigName;
        return {
            status: known(EndpointStatus, `the endpoint ${name} has no status`),
            configuration: known(EndpointConfigName, `the endpoint ${name} has no configuration`),
            ...(pending !== undefined && { pending }),
            ...(FailureReason !== undefined && { failure: FailureReason }),
            changedAt: known(LastModifiedTime, `the endpoint ${name} was never changed`).getTime(),
        };
    }

    async prepare(version: Version): Promise<string> {
        const { template, endpoint, tags: Tags } = this.#names;
        const like = await this.#client.send(new DescribeEndpointConfigCommand({ EndpointConfigName: template }));
        const [variant] = known(like.ProductionVariants, `the configuration ${template} has no variant`);
        const first = await this.#client.send(new DescribeModelCommand({ ModelName: variant?.ModelName }));
        const { ExecutionRoleArn, VpcConfig, EnableNetworkIsolation } = first;
        const PrimaryContainer = { ModelPackageName: version.arn };
        const model = { PrimaryContainer, ExecutionRoleArn, VpcConfig, EnableNetworkIsolation };
        const ModelName = nameOf(endpoint, version, model);
        await this.#model({ ...model, ModelName, Tags });

        const variants = like.ProductionVariants?.map((one) => ({ ...one, ModelName }));
        const { DataCaptureConfig, KmsKeyId } = like;
        const configuration = { ProductionVariants: variants, DataCaptureConfig, KmsKeyId };
        const EndpointConfigName = nameOf(endpoint, version, configuration);
        await this.#configuration({ ...configuration, EndpointConfigName, Tags }, ModelName);
        return EndpointConfigName;
    }

    async update(EndpointConfigName: string): Promise<boolean> {
        // As many machines as run now: fewer would be too slow for the traffic, and the alarms would undo it.
        const onMachines = await this.#onMachines(EndpointConfigName);
        const update = new UpdateEndpointCommand({
            EndpointName: this.#names.endpoint,
            EndpointConfigName,
            // Not that of the last one: how a version takes over may have been decided anew since.
            DeploymentConfig: this.#names.deployment,
            ...(onMachines && {
                RetainAllVariantProperties: true,
                // SageMaker's API has no other exception from what stays, though its reference names one.
                ExcludeRetainedVariantProperties: [{ VariantPropertyType: "DesiredWeight" }],
            }),
        });
        return (await this.#client.send(update).catch(unlessBusy)) !== undefined;
    }

    async #version(ModelPackageName: string): Promise<Version> {
        const found = await this.#client.send(new DescribeModelPackageCommand({ ModelPackageName }));
        const address = found.InferenceSpecification?.Containers?.[0]?.ModelDataUrl;
        return {
            arn: ModelPackageName,
            number: known(found.ModelPackageVersion, `the version ${ModelPackageName} has no number`),
            artefact: known(address, `the version ${ModelPackageName} has no model`),
        };
    }

    async #model(input: CreateModelInput): Promise<void> {
        const made = await this.#client.send(new CreateModelCommand(input)).catch(unlessThere);
        if (made !== undefined) return;
        const { ModelName } = input;
        const { PrimaryContainer } = await this.#client.send(new DescribeModelCommand({ ModelName }));
        if (PrimaryContainer?.ModelPackageName !== input.PrimaryContainer?.ModelPackageName) {
            throw new NameTakenError(`model ${ModelName}`);
        }
    }

    async #configuration(input: CreateEndpointConfigInput, modelName: string): Promise<void> {
        const made = await this.#client.send(new CreateEndpointConfigCommand(input)).catch(unlessThere);
        if (made !== undefined) return;
        const { EndpointConfigName } = input;
        const found = await this.#client.send(new DescribeEndpointConfigCommand({ EndpointConfigName }));
        if (found.ProductionVariants?.some(({ ModelName }) => ModelName !== modelName)) {
            throw new NameTakenError(`endpoint configuration ${EndpointConfigName}`);
        }
    }

    async #onMachines(EndpointConfigName: string): Promise<boolean> {
        const found = await this.#client.send(new DescribeEndpointConfigCommand({ EndpointConfigName }));
        return found.ProductionVariants?.[0]?.ServerlessConfig === undefined;
    }
}
