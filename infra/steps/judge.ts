import type { Parts, Step } from "./parts.ts";

/** The newest candidate ► registry, if it is better than the model that serves; run by the workflow. */
export function judge({ topics, storage, model }: Parts): Step {
    const { name, jobPrefix } = model;
    return {
        description: "Holds the newest candidate against the model that serves, and proposes it if it is better",
        sources: [],
        environment: {
            MODEL_BUCKET: storage.model.bucket.bucket,
            JOB_PREFIX: `${jobPrefix}-`,
            MODEL_GROUP: model.registry.groupName,
            ENDPOINT_NAME: name,
            OPERATIONS_TOPIC_ARN: topics.operations.arn,
        },
        grants: [
            ...model.grantReview,
            ...storage.model.grantLookUp(),
            ...storage.model.grantAdd("learning/"),
            ...topics.operations.grantPublish(),
        ],
    };
}
