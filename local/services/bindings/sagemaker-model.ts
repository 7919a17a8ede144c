import { optionalText, part, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";
import { sageMaker, unlessGone } from "./sagemaker-calls.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const container = part(resource.inputs, "primaryContainer") ?? {};
        await sageMaker(clients, "CreateModel", {
            ModelName: text(resource, "name"),
            ExecutionRoleArn: text(resource, "executionRoleArn"),
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
