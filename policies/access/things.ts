import { encryptionOfBucket } from "../checks/links/links.ts";
import {
    BLOB_CONTAINER,
    BUCKET,
    BUCKET_POLICY,
    FACTORY,
    FUNCTION,
    KEY,
    KEY_POLICY,
    LOG_GROUP,
    MODEL_ENDPOINT,
    MODEL_GROUP,
    MODEL_GROUP_POLICY,
    QUEUE,
    QUEUE_POLICY,
    SECRET,
    SECRET_POLICY,
    TABLE,
    TABLE_POLICY,
    TOPIC,
    TOPIC_POLICY,
    WAREHOUSE,
} from "../checks/types.ts";
import type { Graph, Link } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";

export type Ability = "read" | "change" | "delete";
export const ABILITIES: readonly Ability[] = ["read", "change", "delete"];

/** A kind of thing that somebody can reach, and by which actions. */
export interface Kind {
    /** As people call it. */
    name: string;
    actions: Readonly<Record<Ability, readonly string[]>>;
    /** How the ARN of each part of the thing begins, such as that of an object of a bucket. */
    partsBegin?: (arn: string) => string;
    /** The resources with policies of it. */
    policies?: Link;
    /** Reading it takes its key too. */
    key?: (thing: Resource, graph: Graph) => string | undefined;
    /** Only who its own policy lets in reaches it, as with keys. */
    ownPolicyDecides?: boolean;
}

const at = (path: string) => (thing: Resource) => thing.at(path).text();

export const KINDS: Readonly<Record<string, Kind>> = {
    [BUCKET]: {
        name: "bucket",
        actions: {
            read: ["s3:GetObject", "s3:GetObjectVersion"],
            change: ["s3:PutObject", "s3:PutBucketPolicy", "s3:BypassGovernanceRetention"],
            delete: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:DeleteBucket"],
        },
        partsBegin: (arn) => `${arn}/`,
        policies: { type: BUCKET_POLICY, property: "bucket" },
        key: (bucket, graph) =>
            graph
                .referrers(bucket, encryptionOfBucket)
                .flatMap((one) => one.at("rules").items())
                .map((rule) => rule.at("applyServerSideEncryptionByDefault.kmsMasterKeyId").text())
                .find((key) => key !== undefined),
    },
    [QUEUE]: {
        name: "queue",
        actions: {
            read: ["sqs:ReceiveMessage"],
            change: ["sqs:SendMessage", "sqs:SetQueueAttributes", "sqs:AddPermission"],
            delete: ["sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:DeleteQueue"],
        },
        policies: { type: QUEUE_POLICY, property: "queueUrl" },
        key: at("kmsMasterKeyId"),
    },
    [TOPIC]: {
        name: "topic",
        actions: {
            read: ["sns:Subscribe"],
            change: ["sns:Publish", "sns:SetTopicAttributes"],
            delete: ["sns:DeleteTopic"],
        },
        policies: { type: TOPIC_POLICY, property: "arn" },
    },
    [TABLE]: {
        name: "table",
        actions: {
            read: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan"],
            change: ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"],
            delete: ["dynamodb:DeleteItem", "dynamodb:DeleteTable"],
        },
        partsBegin: (arn) => `${arn}/index/`,
        policies: { type: TABLE_POLICY, property: "resourceArn" },
        key: at("serverSideEncryption.kmsKeyArn"),
    },
    [KEY]: {
        name: "key",
        actions: {
            read: ["kms:Decrypt", "kms:GenerateMac"],
            change: ["kms:Encrypt", "kms:GenerateDataKey", "kms:PutKeyPolicy", "kms:CreateGrant"],
            delete: ["kms:ScheduleKeyDeletion", "kms:DisableKey"],
        },
        policies: { type: KEY_POLICY, property: "keyId" },
        ownPolicyDecides: true,
    },
    [SECRET]: {
        name: "secret",
        actions: {
            read: ["secretsmanager:GetSecretValue"],
            change: ["secretsmanager:PutSecretValue", "secretsmanager:PutResourcePolicy"],
            delete: ["secretsmanager:DeleteSecret"],
        },
        policies: { type: SECRET_POLICY, property: "secretArn" },
        key: at("kmsKeyId"),
    },
    [FUNCTION]: {
        name: "function",
        actions: {
            read: ["lambda:GetFunction"],
            change: ["lambda:InvokeFunction", "lambda:UpdateFunctionCode"],
            delete: ["lambda:DeleteFunction"],
        },
    },
    [LOG_GROUP]: {
        name: "log",
        actions: {
            read: ["logs:GetLogEvents", "logs:FilterLogEvents"],
            change: ["logs:PutLogEvents"],
            delete: ["logs:DeleteLogGroup", "logs:DeleteLogStream"],
        },
        partsBegin: (arn) => `${arn.replace(/:\*$/, "")}:log-stream:`,
    },
    [MODEL_ENDPOINT]: {
        name: "model endpoint",
        actions: {
            read: ["sagemaker:InvokeEndpoint"],
            change: ["sagemaker:UpdateEndpoint"],
            delete: ["sagemaker:DeleteEndpoint"],
        },
    },
    [MODEL_GROUP]: {
        name: "model registry",
        actions: {
            read: ["sagemaker:ListModelPackages"],
            change: ["sagemaker:CreateModelPackage", "sagemaker:UpdateModelPackage"],
            delete: ["sagemaker:DeleteModelPackageGroup"],
        },
        partsBegin: (arn) => `${arn.replace(":model-package-group/", ":model-package/")}/`,
        policies: { type: MODEL_GROUP_POLICY, property: "modelPackageGroupName" },
    },
    [WAREHOUSE]: {
        name: "warehouse",
        actions: {
            read: ["redshift-data:ExecuteStatement", "redshift-data:BatchExecuteStatement"],
            change: ["redshift-serverless:GetCredentials", "redshift-serverless:UpdateWorkgroup"],
            delete: ["redshift-serverless:DeleteWorkgroup"],
        },
    },
};

/** What lies on Azure; who reaches it is said by role assignments. */
export const AZURE_KINDS: Readonly<Record<string, string>> = {
    [BLOB_CONTAINER]: "blob container",
    [FACTORY]: "data factory",
};
