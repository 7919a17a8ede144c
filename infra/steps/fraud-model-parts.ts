import type { Output } from "@pulumi/pulumi";
import type { FraudEndpoint } from "../scoring/fraud-endpoint.ts";
import type { ModelRegistry } from "../scoring/model-registry.ts";
import type { Grant } from "../security/grant.ts";
import type { Runnables } from "../workflow/runnables.ts";

/** The fraud model: its versions, and what answers for it as soon as there is a first one. */
export interface FraudModel {
    /** What its group of versions and its endpoint are called. */
    name: string;
    /** What the name of each training begins with: the step that starts it. */
    jobPrefix: string;
    registry: ModelRegistry;
    /** For a role that judges candidates. */
    grantReview: Grant[];
    /** What the workflow may train. */
    trainings: Runnables["trainings"] & object;
    /** Absent while no artefact is configured: then the documented rules decide alone. */
    endpoint?: FraudEndpoint;
    /** For a role that puts approved versions behind the endpoint; absent where the configuration decides what serves. */
    promotion?: {
        template: Output<string>;
        /** How a new version takes over, as the API of SageMaker wants it written. */
        deployment: Output<string>;
        tags: Record<string, string>;
        grants: Grant[];
    };
}
