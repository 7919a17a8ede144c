import { type Inputs, optionalNumber, optionalText, part, parts, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";
import { sageMaker, unlessGone } from "./sagemaker-calls.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        await sageMaker(clients, "CreateEndpointConfig", {
            EndpointConfigName: text(resource, "name"),
            ProductionVariants: parts(resource.inputs, "productionVariants").map((variant) => ({
                VariantName: optionalText(variant, "variantName"),
                ModelName: optionalText(variant, "modelName"),
                InstanceType: optionalText(variant, "instanceType"),
                InitialInstanceCount: optionalNumber(variant, "initialInstanceCount"),
                ServerlessConfig: serverless(part(variant, "serverlessConfig")),
            })),
            KmsKeyId: optionalText(resource.inputs, "kmsKeyArn"),
        });
    },
    async remove(resource, clients) {
        const EndpointConfigName = text(resource, "name");
        await unlessGone(sageMaker(clients, "DeleteEndpointConfig", { EndpointConfigName }));
    },
};

function serverless(config: Inputs | undefined) {
    return (
        config && {
            MemorySizeInMB: optionalNumber(config, "memorySizeInMb"),
            MaxConcurrency: optionalNumber(config, "maxConcurrency"),
        }
    );
}
