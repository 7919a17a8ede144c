import type { Resource } from "@pulumi/pulumi";
import { FraudEndpoint } from "../scoring/fraud-endpoint.ts";
import { modelName } from "../scoring/model-name.ts";
import { ModelRegistry } from "../scoring/model-registry.ts";
import type { Place } from "../scoring/model-role.ts";
import { grantPromote } from "../scoring/promotion-grants.ts";
import { grantReview } from "../scoring/review-grants.ts";
import { STARTER, uploadStarter } from "../scoring/starter-model.ts";
import { TrainingJob } from "../scoring/training-job.ts";
import { xgboostImage } from "../scoring/xgboost-image.ts";
import { tagsOf } from "../tags.ts";
import type { FraudModel } from "./fraud-model-parts.ts";
import type { Parts } from "./parts.ts";

/** The step of the workflow that trains. */
const JOB_PREFIX = "fit";

interface Modelled extends Omit<Parts, "model">, Place {
    environment: string;
    /** The first model, as `s3://bucket/key`, or `starter` for the one that the repository brings. */
    modelArtifact: string | undefined;
}

/** Approved versions ► endpoint that `score` asks. */
export function fraudModel(parent: Resource, modelled: Modelled): FraudModel {
    const { settings, keys, network, topics, storage, log, environment, accountId, region, modelArtifact } = modelled;
    const place = { accountId, region };
    const deletable = settings.deletionGuard.disabled;
    const name = modelName(environment);

    const review = grantReview({ ...place, name, jobPrefix: JOB_PREFIX });
    const image = xgboostImage(region);
    const tags = tagsOf({ environment, ...settings.tags });
    const common = { ...place, image, network, bucket: storage.model, key: keys.data };

    const registry = new ModelRegistry("models", { ...place, groupName: name, deletable }, { parent });
    const training = new TrainingJob(
        "fraud-training",
        {
            ...common,
            jobPrefix: JOB_PREFIX,
            training: settings.scoring.training,
            tags,
        },
        { parent },
    );
    const trainings = { fraud: { job: training.job, grants: training.grantStart() } };
    const offered = { name, jobPrefix: JOB_PREFIX, registry, grantReview: review, trainings };
    if (modelArtifact === undefined) return offered;
    const { modelFrom } = settings.scoring;
    const starter = { bucket: storage.model, key: keys.data, modelFrom, deletable };
    const endpoint = new FraudEndpoint(
        "fraud",
        {
            ...common,
            endpointName: name,
            modelArtifact: modelArtifact === STARTER ? uploadStarter(parent, "fraud", starter) : modelArtifact,
            scoring: settings.scoring,
            log,
            alarmTopic: topics.operations,
            deletable,
        },
        { parent },
    );
    if (modelFrom === "configuration") return { ...offered, endpoint };
    const { roleArn, configurationName: template, deployment } = endpoint;
    const isolated = settings.scoring.endpoint.kind === "instances";
    const grants = grantPromote({ ...place, name, roleArn, key: keys.data, isolated });
    return { ...offered, endpoint, promotion: { template, deployment, tags, grants } };
}
