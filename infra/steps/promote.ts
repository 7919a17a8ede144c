import { jsonStringify } from "@pulumi/pulumi";
import type { Parts, Step } from "./parts.ts";

/** The newest approved version ► endpoint; run by the workflow. */
export function promote({ topics, storage, model }: Parts): Step {
    const description = "Puts the newest approved version of the fraud model behind its endpoint, and sees it through";
    const { promotion, registry, name } = model;
    // Where the configuration decides, there is nothing to promote, and the function may do nothing.
    if (promotion === undefined) {
        return { description, sources: [], environment: { MODEL_FROM: "configuration" }, grants: [] };
    }
    return {
        description,
        sources: [],
        environment: {
            MODEL_FROM: "registry",
            MODEL_BUCKET: storage.model.bucket.bucket,
            MODEL_GROUP: registry.groupName,
            ENDPOINT_NAME: name,
            TEMPLATE_CONFIGURATION: promotion.template,
            DEPLOYMENT: promotion.deployment,
            TAGS: jsonStringify(promotion.tags),
            OPERATIONS_TOPIC_ARN: topics.operations.arn,
        },
        grants: [
            ...promotion.grants,
            ...storage.model.grantLookUp(),
            ...storage.model.grantAdd("serving/"),
            ...topics.operations.grantPublish(),
        ],
    };
}
