import * as z from "zod/mini";
import { ServiceError } from "../answering.ts";
import { type Holdings, missing, type Operation, readInput, resourceArn, resourceName } from "./operation.ts";
import { versionOf } from "./registry-operations.ts";

const Model = z.looseObject({
    ModelName: resourceName,
    PrimaryContainer: z.union([
        z.looseObject({ ModelDataUrl: z.string().check(z.regex(/^s3:\/\/[^/]+\/.+$/)) }),
        z.looseObject({ ModelPackageName: z.string() }),
    ]),
});
const Config = z.looseObject({
    EndpointConfigName: resourceName,
    ProductionVariants: z.array(z.looseObject({ VariantName: z.string(), ModelName: resourceName })).check(z.length(1)),
});
const NamedModel = z.object({ ModelName: resourceName });
const NamedConfig = z.object({ EndpointConfigName: resourceName });
const Named = z.object({ EndpointName: resourceName });
const Deployed = z.object({ EndpointName: resourceName, EndpointConfigName: resourceName });

/** The part of SageMaker that brings a model into service. */
export const servingOperations: Readonly<Record<string, Operation>> = {
    CreateModel(holdings, given) {
        const request = readInput(Model, given);
        const { ModelName: name, PrimaryContainer } = request;
        const { models } = holdings.endpoints;
        // Pulumi's provider never creates what is there; `promote` may, and has to be told.
        if (models.get(name)?.request.PrimaryContainer !== undefined && "ModelPackageName" in PrimaryContainer) {
            throw new ServiceError("ValidationException", `Cannot create already existing model "${name}".`);
        }
        models.set(name, { name, request, modelDataUrl: artefactOf(holdings, PrimaryContainer) });
        return { ModelArn: resourceArn(holdings.place, "model", name) };
    },
    DescribeModel({ endpoints, place }, given) {
        const { ModelName } = readInput(NamedModel, given);
        const model = endpoints.models.get(ModelName);
        if (model === undefined) throw missing(place, "model", ModelName);
        return { ...model.request, ModelArn: resourceArn(place, "model", ModelName) };
    },
    DeleteModel({ endpoints, place }, given) {
        const { ModelName } = readInput(NamedModel, given);
        if (!endpoints.models.delete(ModelName)) throw missing(place, "model", ModelName);
        return {};
    },
    CreateEndpointConfig({ endpoints, place }, given) {
        const request = readInput(Config, given);
        const { EndpointConfigName: name, ProductionVariants } = request;
        const [{ VariantName: variant = "", ModelName: model = "" } = {}] = ProductionVariants;
        if (!endpoints.models.has(model)) throw missing(place, "model", model);
        endpoints.configs.set(name, { name, variant, model, request });
        return { EndpointConfigArn: resourceArn(place, "endpoint-config", name) };
    },
    DescribeEndpointConfig(holdings, given) {
        const { EndpointConfigName } = readInput(NamedConfig, given);
        const EndpointConfigArn = resourceArn(holdings.place, "endpoint-config", EndpointConfigName);
        return { ...configOf(holdings, EndpointConfigName).request, EndpointConfigArn };
    },
    DeleteEndpointConfig({ endpoints, place }, given) {
        const { EndpointConfigName } = readInput(NamedConfig, given);
        if (!endpoints.configs.delete(EndpointConfigName)) throw missing(place, "endpoint-config", EndpointConfigName);
        return {};
    },
    CreateEndpoint(holdings, given) {
        const { EndpointName, EndpointConfigName } = readInput(Deployed, given);
        holdings.endpoints.create(EndpointName, configOf(holdings, EndpointConfigName));
        return { EndpointArn: resourceArn(holdings.place, "endpoint", EndpointName) };
    },
    UpdateEndpoint(holdings, given) {
        const { EndpointName, EndpointConfigName } = readInput(Deployed, given);
        holdings.endpoints.update(endpointOf(holdings, EndpointName), configOf(holdings, EndpointConfigName));
        return { EndpointArn: resourceArn(holdings.place, "endpoint", EndpointName) };
    },
    DescribeEndpoint(holdings, given) {
        const { EndpointName } = readInput(Named, given);
        const endpoint = endpointOf(holdings, EndpointName);
        const { status: EndpointStatus, config, failure: FailureReason, createdAt, changedAt } = endpoint;
        return {
            EndpointName,
            EndpointArn: resourceArn(holdings.place, "endpoint", EndpointName),
            EndpointStatus,
            EndpointConfigName: config.name,
            FailureReason,
            CreationTime: createdAt,
            LastModifiedTime: changedAt,
        };
    },
    async DeleteEndpoint(holdings, given) {
        const { EndpointName } = readInput(Named, given);
        await holdings.endpoints.remove(endpointOf(holdings, EndpointName));
        return {};
    },
};

/** A version of the registry must be approved before a model is made of it. */
function artefactOf(holdings: Holdings, container: z.infer<typeof Model>["PrimaryContainer"]): string {
    if (!("ModelPackageName" in container)) return String(container.ModelDataUrl);
    const { ModelPackageName } = container;
    const version = versionOf(holdings, String(ModelPackageName));
    if (version.approval === "Approved") return version.modelDataUrl;
    throw new ServiceError("ValidationException", `ModelPackage ${ModelPackageName} is not approved.`);
}

function configOf({ endpoints, place }: Holdings, name: string) {
    const found = endpoints.configs.get(name);
    if (found === undefined) throw missing(place, "endpoint-config", name);
    return found;
}

function endpointOf({ endpoints, place }: Holdings, name: string) {
    const found = endpoints.find(name);
    if (found === undefined) throw missing(place, "endpoint", name);
    return found;
}
