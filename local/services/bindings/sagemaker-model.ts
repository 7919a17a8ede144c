import { optionalFlag, optionalText, part, text, texts } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";
import { sageMaker, unlessGone } from "./sagemaker-calls.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const container = part(resource.inputs, "primaryContainer") ?? {};
        const network = part(resource.inputs, "vpcConfig");
        await sageMaker(clients, "CreateModel", {
            ModelName: text(resource, "name"),
            ExecutionRoleArn: text(resource, "executionRoleArn"),
            EnableNetworkIsolation: optionalFlag(resource.inputs, "enableNetworkIsolation"),
            ...(network && {
                VpcConfig: { Subnets: texts(network, "subnets"), SecurityGroupIds: texts(network, "securityGroupIds") },
            }),
            PrimaryContainer: {
                Image: optionalText(container, "image"),
                ModelDataUrl: optionalText(container, "modelDataUrl"),
            },
        });
    },
    async remove(resource, clients) {
        await unlessGone(sageMaker(clients, "DeleteModel", { ModelName: text(resource, "name") }));
    },
};
