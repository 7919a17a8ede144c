import { EXPLAINER_KEY } from "../../../contract/model/serving.ts";
import type { Value } from "../../../local/store/value.ts";
import { isEmpty } from "../compare/canonical.ts";
import type { OwnChange, OwnResource } from "./own-change.ts";

/** As `functions/promote` names what it makes for a version: the endpoint, the version, a mark of what is in it. */
const PROMOTED = /^(?<endpoint>.+)-v(?<number>\d+)-[0-9a-f]{8}$/;

/** What overwriting an object changes: its content and what S3 derives from it; tags go with the old one. */
const WRITTEN = /^(etag|source|content|contentBase64|sourceHash|versionId|checksum\w+|bucketKeyEnabled)$/;

/** Every place where the platform changes its own resources. */
export const OWN_CHANGES: readonly OwnChange[] = [
    {
        by: "functions/promote",
        why: "a version of the fraud model that people approved serves",
        type: "aws:sagemaker/endpoint:Endpoint",
        expects: ({ path, after }, { outputs }) =>
            path.join() === "endpointConfigName" && promoted(after)?.endpoint === outputs.name,
        needs: ({ after }) => {
            const { endpoint: group, number } = promoted(after) ?? {};
            return group === undefined ? undefined : { group, number: Number(number) };
        },
    },
    {
        by: "functions/promote",
        why: "what explains the alerts is that of the model that serves",
        type: "aws:s3/bucketObjectv2:BucketObjectv2",
        expects: ({ path: [top, below], after }, { outputs }) => {
            if (outputs.key !== EXPLAINER_KEY) return false;
            return WRITTEN.test(String(top)) || (top === "tags" && below !== undefined && isEmpty(after));
        },
    },
    {
        by: "Amazon Redshift",
        why: "it keeps the administrator's password in a secret of its own and rotates it",
        type: "aws:redshiftserverless/namespace:Namespace",
        expects: ({ path, after }, { outputs }) =>
            path.join() === "adminPasswordSecretArn" &&
            typeof after === "string" &&
            new RegExp(`:secret:redshift!${String(outputs.namespaceName)}-\\w+-\\w{6}$`).test(after),
    },
];

/** What the platform makes at work, tagged as the rest of it. */
export const OWN_RESOURCES: readonly OwnResource[] = [
    {
        by: "functions/promote",
        why: "a promotion makes a model and a configuration of the endpoint for its version",
        pattern: /^arn:[\w-]+:sagemaker:[\w-]+:\d{12}:(model|endpoint-config)\/[\w-]+-v\d+-[0-9a-f]{8}$/,
    },
];

function promoted(name: Value | undefined) {
    return typeof name === "string" ? PROMOTED.exec(name)?.groups : undefined;
}
