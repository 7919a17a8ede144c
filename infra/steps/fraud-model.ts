import type { Resource } from "@pulumi/pulumi";
import { FraudEndpoint } from "../scoring/fraud-endpoint.ts";
import { modelName } from "../scoring/model-name.ts";
import { ModelRegistry } from "../scoring/model-registry.ts";
import type { Place } from "../scoring/model-role.ts";
import { xgboostImage } from "../scoring/xgboost-image.ts";
import type { Parts } from "./parts.ts";

interface Modelled extends Parts, Place {
    environment: string;
    /** The first model, as `s3://bucket/key`. */
    modelArtifact: string | undefined;
}

/** The fraud model: its versions, and what answers for it as soon as there is a first one. */
export interface FraudModel {
    registry: ModelRegistry;
    /** Absent while no artefact is configured: then the documented rules decide alone. */
    endpoint?: FraudEndpoint;
}

/** Approved versions ► endpoint that `score` asks. */
export function fraudModel(parent: Resource, modelled: Modelled): FraudModel {
    const { settings, keys, network, topics, storage, log, environment, accountId, region, modelArtifact } = modelled;
    const place = { accountId, region };
    const deletable = settings.deletionGuard.disabled;
    const name = modelName(environment);

    const registry = new ModelRegistry("models", { ...place, groupName: name, deletable }, { parent });
    if (modelArtifact === undefined) return { registry };
    const endpoint = new FraudEndpoint(
        "fraud",
        {
            ...place,
            endpointName: name,
            modelArtifact,
            image: xgboostImage(region),
            scoring: settings.scoring,
            network,
            bucket: storage.model,
            key: keys.data,
            log,
            alarmTopic: topics.operations,
            deletable,
        },
        { parent },
    );
    return { registry, endpoint };
}
