import type { Properties } from "../../../store/value.ts";
import { type Check, each } from "../../checks/check.ts";
import { jsonObject, longest, mostItems, oneOf, range, required } from "../../checks/common.ts";
import { policy } from "../../checks/policy.ts";
import type { ResourceView, TypeDefinition, TypeTable } from "../definition.ts";
import { regional } from "./common.ts";
import { lifecycleChecks } from "./s3-lifecycle.ts";
import { ofOwnBucket, overlapFault } from "./s3-own-bucket.ts";

interface Setting {
    checks: readonly Check[];
    defaults?: Properties;
    outputs?: (setting: ResourceView) => Properties;
}

/** A part of a bucket's configuration: it has the bucket's id, and belongs to one bucket. */
function setting({ checks, defaults, outputs }: Setting): TypeDefinition {
    return regional({
        id: (part) => {
            const owner = part.text("expectedBucketOwner");
            return owner === "" ? part.text("bucket") : `${part.text("bucket")},${owner}`;
        },
        ...(defaults && { defaults }),
        ...(outputs && { outputs }),
        replaceOn: ["bucket", "expectedBucketOwner"],
        checks: [required("bucket"), ...checks],
    });
}

const ENCRYPTION = "rules[*].applyServerSideEncryptionByDefault";
const RETENTION = "rule.defaultRetention";

export const s3Settings: TypeTable = {
    "aws:s3/bucketVersioning:BucketVersioning": setting({
        checks: [
            required("versioningConfiguration", "versioningConfiguration.status"),
            oneOf("versioningConfiguration.status", ["Enabled", "Suspended", "Disabled"]),
            oneOf("versioningConfiguration.mfaDelete", ["Enabled", "Disabled"]),
        ],
    }),
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": setting({
        checks: [
            required("rules", `${ENCRYPTION}.sseAlgorithm`),
            each("rules", (rules) => (Array.isArray(rules) && rules.length === 0 ? "must have one" : undefined)),
            oneOf(`${ENCRYPTION}.sseAlgorithm`, ["AES256", "aws:kms", "aws:kms:dsse"]),
            each(ENCRYPTION, (encryption) => {
                const { sseAlgorithm, kmsMasterKeyId } = encryption as Properties;
                return sseAlgorithm === "AES256" && kmsMasterKeyId !== undefined
                    ? "names a kmsMasterKeyId, which the sseAlgorithm AES256 does not take"
                    : undefined;
            }),
        ],
    }),
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": setting({
        defaults: {
            blockPublicAcls: false,
            blockPublicPolicy: false,
            ignorePublicAcls: false,
            restrictPublicBuckets: false,
            skipDestroy: false,
        },
        checks: [],
    }),
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": setting({
        checks: [
            required("rule", "rule.objectOwnership"),
            oneOf("rule.objectOwnership", ["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"]),
        ],
    }),
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": setting({
        outputs: () => ({ transitionDefaultMinimumObjectSize: "all_storage_classes_128K" }),
        checks: lifecycleChecks,
    }),
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": setting({
        defaults: { objectLockEnabled: "Enabled" },
        checks: [
            oneOf("objectLockEnabled", ["Enabled"]),
            required(`${RETENTION}.mode`),
            oneOf(`${RETENTION}.mode`, ["COMPLIANCE", "GOVERNANCE"]),
            range(`${RETENTION}.days`, 1, 36_500, "days"),
            range(`${RETENTION}.years`, 1, 100, "years"),
            each(RETENTION, (retention) => {
                const { days, years } = retention as Properties;
                return (days === undefined) === (years === undefined) ? "must have either days or years" : undefined;
            }),
        ],
    }),
    "aws:s3/bucketLogging:BucketLogging": setting({
        checks: [
            required("targetBucket", "targetPrefix"),
            each("targetObjectKeyFormat", (format) =>
                Object.keys(format as Properties).length === 1
                    ? undefined
                    : "must have exactly one of partitionedPrefix, simplePrefix",
            ),
        ],
    }),
    "aws:s3/bucketPolicy:BucketPolicy": setting({
        checks: [
            required("policy"),
            jsonObject("policy"),
            longest("policy", 20_480),
            policy("policy", "resource"),
            ofOwnBucket,
        ],
    }),
    "aws:s3/bucketNotification:BucketNotification": setting({
        defaults: { eventbridge: false },
        checks: [
            required("queues[*].queueArn", "queues[*].events", "topics[*].topicArn", "topics[*].events"),
            required("lambdaFunctions[*].lambdaFunctionArn", "lambdaFunctions[*].events"),
            mostItems("queues", 100),
            each("queues", overlapFault),
            each("queues[*].events[*]", (event) =>
                String(event).startsWith("s3:") ? undefined : `must begin with s3:, got "${event}"`,
            ),
        ],
    }),
};
