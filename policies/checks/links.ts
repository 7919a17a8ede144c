import type { Link } from "../core/graph.ts";
import {
    ALARM,
    BUCKET_ENCRYPTION,
    BUCKET_LIFECYCLE,
    BUCKET_LOCK,
    BUCKET_LOGGING,
    BUCKET_OWNERSHIP,
    BUCKET_POLICY,
    BUCKET_PUBLIC_ACCESS,
    BUCKET_VERSIONING,
    FUNCTION,
    KEY_POLICY,
    MAPPING,
    QUEUE,
    QUEUE_POLICY,
    ROLE_POLICY,
    SUBSCRIPTION,
    TOPIC_POLICY,
} from "./types.ts";

export const encryptionOfBucket: Link = { type: BUCKET_ENCRYPTION, property: "bucket" };
export const lifecycleOfBucket: Link = { type: BUCKET_LIFECYCLE, property: "bucket" };
export const lockOfBucket: Link = { type: BUCKET_LOCK, property: "bucket" };
export const loggingOfBucket: Link = { type: BUCKET_LOGGING, property: "bucket" };
export const loggingIntoBucket: Link = { type: BUCKET_LOGGING, property: "targetBucket" };
export const ownershipOfBucket: Link = { type: BUCKET_OWNERSHIP, property: "bucket" };
export const policyOfBucket: Link = { type: BUCKET_POLICY, property: "bucket" };
export const publicAccessOfBucket: Link = { type: BUCKET_PUBLIC_ACCESS, property: "bucket" };
export const versioningOfBucket: Link = { type: BUCKET_VERSIONING, property: "bucket" };

export const policyOfKey: Link = { type: KEY_POLICY, property: "keyId" };

export const policyOfQueue: Link = { type: QUEUE_POLICY, property: "queueUrl" };
export const mappingOfSource: Link = { type: MAPPING, property: "eventSourceArn" };
export const mappingToFunction: Link = { type: MAPPING, property: "functionName" };
export const deadLettersOf: Link = {
    type: QUEUE,
    property: "redrivePolicy",
    names: (queue) => [queue.at("redrivePolicy").json().at("deadLetterTargetArn")],
};

export const policyOfTopic: Link = { type: TOPIC_POLICY, property: "arn" };
export const subscriptionOfTopic: Link = { type: SUBSCRIPTION, property: "topic" };

export const alarmOfQueue: Link = {
    type: ALARM,
    property: "dimensions",
    names: (alarm) => [alarm.at("dimensions.QueueName")],
};
export const alarmOfFunction: Link = {
    type: ALARM,
    property: "dimensions",
    names: (alarm) => [alarm.at("dimensions.FunctionName")],
};
export const actionsOfAlarm: Link = { type: ALARM, property: "alarmActions" };

export const roleOfFunction: Link = { type: FUNCTION, property: "role" };
export const policyOfRole: Link = { type: ROLE_POLICY, property: "role" };
export const logGroupOfFunction: Link = {
    type: FUNCTION,
    property: "loggingConfig",
    names: (fn) => [fn.at("loggingConfig.logGroup")],
};
