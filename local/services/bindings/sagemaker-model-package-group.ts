import { text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";
import { sageMaker, unlessGone } from "./sagemaker-calls.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const ModelPackageGroupName = text(resource, "modelPackageGroupName");
        await sageMaker(clients, "CreateModelPackageGroup", { ModelPackageGroupName });
    },
    async remove(resource, clients) {
        const ModelPackageGroupName = text(resource, "modelPackageGroupName");
        await unlessGone(sageMaker(clients, "DeleteModelPackageGroup", { ModelPackageGroupName }));
    },
};
