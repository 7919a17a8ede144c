import { BucketObjectv2 } from "@pulumi/aws/s3/bucketObjectv2.js";
import { asset, interpolate, type Output, type Resource } from "@pulumi/pulumi";
import { STARTER_ARCHIVE, STARTER_EXPLAINER, starterVersion } from "../../model/artefact/starter.ts";
import type { Scoring } from "../../stacks/scoring-settings.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";

/** How `modelArtifact` names the model that the repository brings. */
export const STARTER = "starter";

/** What explains the model that serves, for `score` to read; a promotion replaces it. `contract` names it too. */
export const EXPLAINER = "serving/explainer.json";

export interface StarterModelArgs {
    /** Where the platform keeps its models. */
    bucket: WorkBucket;
    /** Customer-managed key that encrypts it. */
    key: PlatformKey;
    /** Who decides which model answers once there is one. */
    modelFrom: Scoring["modelFrom"];
    /** Whether the model may be deleted while it serves. Default: false. */
    deletable?: boolean;
}

/** Puts the repository's model where the endpoint finds it, and what explains it beside; says where the model is. */
export function uploadStarter(parent: Resource, name: string, args: StarterModelArgs): Output<string> {
    const { bucket, key, modelFrom, deletable = false } = args;
    const promoted = modelFrom === "registry";
    const encrypted = { bucket: bucket.bucket.bucket, kmsKeyId: key.arn };
    const model = new BucketObjectv2(
        `${name}-starter`,
        {
            ...encrypted,
            // By its content: another model is another object, so that machines started later get what the others serve.
            key: `${STARTER}/${starterVersion()}/model.tar.gz`,
            source: new asset.FileAsset(STARTER_ARCHIVE),
        },
        // SageMaker reads it again for each machine, so it stays as long as its model may be in use.
        { parent, retainOnDelete: promoted && !deletable },
    );
    new BucketObjectv2(
        `${name}-explainer`,
        {
            ...encrypted,
            key: EXPLAINER,
            contentType: "application/json",
            source: new asset.FileAsset(STARTER_EXPLAINER),
        },
        // After a promotion it explains the promoted model.
        { parent, ignoreChanges: promoted ? ["source"] : [] },
    );
    return interpolate`s3://${model.bucket}/${model.key}`;
}
