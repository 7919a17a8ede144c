import * as z from "zod/mini";
import { type PassedCall, type ServiceAnswer, ServiceError } from "../answering.ts";
import type { Endpoints } from "./endpoints.ts";

const name = z.string().check(z.regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/));
const Model = z.object({
    ModelName: name,
    PrimaryContainer: z.object({ ModelDataUrl: z.string().check(z.regex(/^s3:\/\/[^/]+\/.+$/)) }),
});
const Config = z.object({
    EndpointConfigName: name,
    ProductionVariants: z.array(z.object({ VariantName: z.string(), ModelName: name })).check(z.length(1)),
});
const Named = z.object({ EndpointName: name });
const Deployed = z.object({ EndpointName: name, EndpointConfigName: name });

/** Where SageMaker's resources of this run are. */
export interface Place {
    readonly accountId: string;
    readonly region: string;
}

/** The part of SageMaker's control plane that brings a model into service. */
export async function operate(endpoints: Endpoints, call: PassedCall, place: Place): Promise<ServiceAnswer> {
    const arn = (kind: string, of: string) =>
        `arn:aws:sagemaker:${place.region}:${place.accountId}:${kind}/${of.toLowerCase()}`;
    const missing = (kind: string, of: string) =>
        new ServiceError("ValidationException", `Could not find ${kind} "${arn(kind, of)}".`);
    const given: unknown = JSON.parse(call.body.toString());
    const { models, configs } = endpoints;
    const configOf = (wanted: string) => {
        const found = configs.get(wanted);
        if (found === undefined) throw missing("endpoint-config", wanted);
        return found;
    };
    const endpointOf = () => {
        const { EndpointName } = read(Named, given);
        const found = endpoints.find(EndpointName);
        if (found === undefined) throw missing("endpoint", EndpointName);
        return found;
    };
    switch (call.operation) {
        case "CreateModel": {
            const { ModelName, PrimaryContainer } = read(Model, given);
            models.set(ModelName, { name: ModelName, modelDataUrl: PrimaryContainer.ModelDataUrl });
            return { body: { ModelArn: arn("model", ModelName) } };
        }
        case "DeleteModel": {
            const { ModelName } = read(z.object({ ModelName: name }), given);
            if (!models.delete(ModelName)) throw missing("model", ModelName);
            return { body: {} };
        }
        case "CreateEndpointConfig": {
            const { EndpointConfigName, ProductionVariants } = read(Config, given);
            const [variant = { VariantName: "", ModelName: "" }] = ProductionVariants;
            if (!models.has(variant.ModelName)) throw missing("model", variant.ModelName);
            const config = { name: EndpointConfigName, variant: variant.VariantName, model: variant.ModelName };
            configs.set(EndpointConfigName, config);
            return { body: { EndpointConfigArn: arn("endpoint-config", EndpointConfigName) } };
        }
        case "DeleteEndpointConfig": {
            const { EndpointConfigName } = read(z.object({ EndpointConfigName: name }), given);
            if (!configs.delete(EndpointConfigName)) throw missing("endpoint-config", EndpointConfigName);
            return { body: {} };
        }
        case "CreateEndpoint": {
            const { EndpointName, EndpointConfigName } = read(Deployed, given);
            endpoints.create(EndpointName, configOf(EndpointConfigName));
            return { body: { EndpointArn: arn("endpoint", EndpointName) } };
        }
        case "UpdateEndpoint": {
            const { EndpointName, EndpointConfigName } = read(Deployed, given);
            endpoints.update(endpointOf(), configOf(EndpointConfigName));
            return { body: { EndpointArn: arn("endpoint", EndpointName) } };
        }
        case "DescribeEndpoint": {
            const { name: EndpointName, status: EndpointStatus, config, failure: FailureReason } = endpointOf();
            const EndpointArn = arn("endpoint", EndpointName);
            return {
                body: { EndpointName, EndpointArn, EndpointStatus, EndpointConfigName: config.name, FailureReason },
            };
        }
        case "DeleteEndpoint":
            await endpoints.remove(endpointOf());
            return { body: {} };
        default:
            throw new ServiceError("UnknownOperationException", `${call.operation} is not served on a laptop.`, {
                status: 404,
            });
    }
}

function read<Shape>(schema: z.ZodMiniType<Shape>, given: unknown): Shape {
    const { success, data, error } = schema.safeParse(given);
    if (success) return data;
    const [issue] = error.issues;
    throw new ServiceError("ValidationException", `${issue?.path.join(".")}: ${issue?.message}`);
}
