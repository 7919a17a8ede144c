import {
    DescribeEndpointCommand,
    DescribeEndpointConfigCommand,
    DescribeModelCommand,
    DescribeModelPackageCommand,
    type SageMakerClient,
} from "@aws-sdk/client-sagemaker";

type Client = Pick<SageMakerClient, "send">;

/** SageMaker answers without what it always has. */
export class AnswerError extends Error {
    override readonly name = "AnswerError";
}

/** What must be there. */
export function known<Value>(value: Value | undefined, fault: string): Value {
    if (value === undefined) throw new AnswerError(`SageMaker says that ${fault}: look at it in the console`);
    return value;
}

/** What the endpoint says of itself; none while there is none. */
export function describeEndpoint(client: Client, EndpointName: string) {
    return client.send(new DescribeEndpointCommand({ EndpointName })).catch(unlessAbsent);
}

/** The artefact of the model that serves, as `s3://bucket/key`; none while no endpoint is there. */
export async function servingArtefact(client: Client, endpointName: string): Promise<string | undefined> {
    const endpoint = await describeEndpoint(client, endpointName);
    if (endpoint === undefined) return undefined;
    const { EndpointConfigName } = endpoint;
    const serving = await client.send(new DescribeEndpointConfigCommand({ EndpointConfigName }));
    const ModelName = serving.ProductionVariants?.[0]?.ModelName;
    const { PrimaryContainer } = await client.send(new DescribeModelCommand({ ModelName }));
    const { ModelDataUrl, ModelPackageName } = PrimaryContainer ?? {};
    const address = ModelDataUrl ?? (ModelPackageName && (await artefactOf(client, ModelPackageName)));
    return known(address, `the model ${ModelName} has no artefact`);
}

/** The artefact of a version of the registry. */
async function artefactOf(client: Client, ModelPackageName: string): Promise<string | undefined> {
    const { InferenceSpecification } = await client.send(new DescribeModelPackageCommand({ ModelPackageName }));
    return InferenceSpecification?.Containers?.[0]?.ModelDataUrl;
}

/** SageMaker has no error of its own for an endpoint that is not there. */
function unlessAbsent(error: unknown): undefined {
    if (
        error instanceof Error &&
        error.name === "ValidationException" &&
        /could not find endpoint/i.test(error.message)
    ) {
        return undefined;
    }
    throw error;
}
