import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../local/store/signatures.ts";
import type { Properties } from "../../../../local/store/value.ts";
import { refusals } from "../support/table-checks.ts";

interface Row {
    readonly type: string;
    /** Accepted as they are. */
    readonly good: Properties;
    /** Each alone makes the inputs refused, for the property that begins the text. */
    readonly bad: readonly (readonly [Properties, string])[];
}

const ARN = "arn:aws:sqs:eu-west-1:111122223333:bulk";
const ROLE = "arn:aws:iam::111122223333:role/screen";
const policy = '{"Version":"2012-10-17","Statement":[]}';

const rows: readonly Row[] = [
    {
        type: "aws:sqs/queue:Queue",
        good: {
            visibilityTimeoutSeconds: 43_200,
            redrivePolicy: `{"deadLetterTargetArn":"${ARN}","maxReceiveCount":5}`,
        },
        bad: [
            [
                { visibilityTimeoutSeconds: 43_201 },
                "visibilityTimeoutSeconds must be a whole number from 0 to 43200 seconds",
            ],
            [{ visibilityTimeoutSeconds: -1 }, "visibilityTimeoutSeconds must"],
            [{ messageRetentionSeconds: 59 }, "messageRetentionSeconds must"],
            [{ delaySeconds: 901 }, "delaySeconds must"],
            [{ receiveWaitTimeSeconds: 20.5 }, "receiveWaitTimeSeconds must"],
            [{ redrivePolicy: '{"maxReceiveCount":5}' }, "redrivePolicy must name a deadLetterTargetArn"],
            [
                { redrivePolicy: `{"deadLetterTargetArn":"${ARN}","maxReceiveCount":0}` },
                "redrivePolicy maxReceiveCount",
            ],
            [{ redrivePolicy: "not json" }, "redrivePolicy is not a JSON object"],
            [{ policy: "[]" }, "policy is not a JSON object"],
            [{ contentBasedDeduplication: true }, "contentBasedDeduplication is only for FIFO queues"],
            [{ kmsMasterKeyId: "k", sqsManagedSseEnabled: true }, "sqsManagedSseEnabled conflicts with kmsMasterKeyId"],
            [{ tags: { "aws:x": "1" } }, "tags must not use the reserved prefix aws:"],
        ],
    },
    {
        type: "aws:lambda/eventSourceMapping:EventSourceMapping",
        good: { functionName: "f", eventSourceArn: ARN, batchSize: 100, maximumBatchingWindowInSeconds: 1 },
        bad: [
            [{ maximumBatchingWindowInSeconds: 0 }, "batchSize above 10 needs maximumBatchingWindowInSeconds"],
            [{ batchSize: 10_001 }, "batchSize must"],
            [{ maximumBatchingWindowInSeconds: 301 }, "maximumBatchingWindowInSeconds must"],
            [{ eventSourceArn: `${ARN}.fifo` }, "batchSize must be at most 10 for a FIFO queue"],
            [{ scalingConfig: { maximumConcurrency: 1 } }, "scalingConfig.maximumConcurrency must"],
            [{ functionResponseTypes: ["Other"] }, "functionResponseTypes[0] must be one of ReportBatchItemFailures"],
            [{ startingPosition: "LATEST" }, "startingPosition is not for queues"],
        ],
    },
    {
        type: "aws:lambda/function:Function",
        good: { role: ROLE, handler: "index.handler", runtime: "nodejs22.x", timeout: 900, s3Bucket: "b" },
        bad: [
            [{ timeout: 901 }, "timeout must be a whole number from 1 to 900 seconds, got 901"],
            [{ memorySize: 127 }, "memorySize must"],
            [{ runtime: "nodejs14.x" }, "runtime must be a runtime that AWS supports"],
            [{ architectures: ["arm"] }, "architectures[0] must be one of x86_64, arm64"],
            [{ role: "screen" }, "role must be the ARN of a role"],
            [{ imageUri: "i" }, "code must come from exactly one of"],
            [{ environment: { variables: { AWS_REGION: "x" } } }, "environment.variables must not set AWS_REGION"],
            [
                { environment: { variables: { "A-B": "x" } } },
                'environment.variables cannot have a variable named "A-B"',
            ],
            [
                { environment: { variables: { BIG: "x".repeat(4096) } } },
                "environment.variables must fit into 4096 bytes",
            ],
            [{ packageType: "Image", handler: "h", tracingConfig: { mode: "On" } }, "tracingConfig.mode must"],
        ],
    },
    {
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
        good: {
            comparisonOperator: "GreaterThanThreshold",
            evaluationPeriods: 5,
            metricName: "Errors",
            namespace: "AWS/Lambda",
            period: 60,
            statistic: "Sum",
            threshold: 0,
        },
        bad: [
            [{ comparisonOperator: "More" }, "comparisonOperator must be one of"],
            [{ period: 45 }, "period must be 10, 20, 30 or a multiple of 60 seconds, got 45"],
            [{ statistic: "Median" }, "statistic must"],
            [{ extendedStatistic: "p99" }, "metricName cannot have both"],
            [{ treatMissingData: "ok" }, "treatMissingData must"],
            [{ datapointsToAlarm: 6 }, "datapointsToAlarm must not exceed evaluationPeriods"],
            [{ period: 3600, evaluationPeriods: 200 }, "evaluationPeriods times period must not exceed 604800"],
            [{ alarmActions: Array.from({ length: 6 }, () => ARN) }, "alarmActions must have at most 5 items"],
            [{ alarmActions: ["topic"] }, "alarmActions[0] must be an ARN"],
            [{ metricQueries: [] }, "metricName conflicts with metricQueries"],
        ],
    },
    {
        type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        good: { bucket: "b", rules: [{ id: "x", status: "Enabled", expiration: { days: 1 } }] },
        bad: [
            [{ rules: [{ id: "x", status: "On", expiration: { days: 1 } }] }, "rules[0].status must be one of"],
            [{ rules: [{ id: "x", status: "Enabled" }] }, "rules[0] must have at least one action"],
            [{ rules: [{ status: "Enabled", expiration: { days: 1 } }] }, "rules[0].id is required"],
            [{ rules: [{ id: "x", status: "Enabled", expiration: { days: 0 } }] }, "rules[0].expiration.days must"],
            [
                { rules: [{ id: "x", status: "Enabled", transitions: [{ days: 1, storageClass: "STANDARD_IA" }] }] },
                "rules[0].transitions[0] must wait at least 30 days before STANDARD_IA, got 1",
            ],
        ],
    },
    {
        type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
        good: { bucket: "b", rule: { defaultRetention: { mode: "COMPLIANCE", years: 7 } } },
        bad: [
            [{ rule: { defaultRetention: { mode: "STRICT", years: 7 } } }, "rule.defaultRetention.mode must"],
            [{ rule: { defaultRetention: { mode: "GOVERNANCE" } } }, "rule.defaultRetention must have either"],
            [
                { rule: { defaultRetention: { mode: "GOVERNANCE", days: 1, years: 1 } } },
                "rule.defaultRetention must have",
            ],
        ],
    },
    {
        type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        good: { bucket: "b", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] },
        bad: [
            [
                { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "kms" } }] },
                "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm must be one of",
            ],
        ],
    },
    {
        type: "aws:s3/bucketNotification:BucketNotification",
        good: { bucket: "b", queues: [{ queueArn: ARN, events: ["s3:ObjectCreated:*"] }] },
        bad: [
            [{ queues: [{ queueArn: ARN, events: ["ObjectCreated"] }] }, "queues[0].events[0] must begin with s3:"],
            [{ queues: [{ events: [] }] }, "queues[0].queueArn is required"],
        ],
    },
    {
        type: "aws:dynamodb/table:Table",
        good: { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] },
        bad: [
            [{ attributes: [{ name: "id", type: "string" }] }, "attributes[0].type must be one of S, N, B"],
            [{ rangeKey: "at" }, "attributes must declare the keys at"],
            [
                { attributes: ["id", "x"].map((name) => ({ name, type: "S" })) },
                "attributes must declare keys only; no key uses x",
            ],
            [{ billingMode: "PROVISIONED" }, "readCapacity and writeCapacity are required"],
            [{ readCapacity: 1 }, "readCapacity cannot be set"],
        ],
    },
    {
        type: "aws:kms/key:Key",
        good: { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" },
        bad: [
            [{ customerMasterKeySpec: "AES" }, "customerMasterKeySpec must be one of"],
            [{ keyUsage: "ENCRYPT_DECRYPT" }, "keyUsage ENCRYPT_DECRYPT does not fit a key of spec HMAC_256"],
            [{ enableKeyRotation: true }, "enableKeyRotation is only for symmetric encryption keys"],
            [{ deletionWindowInDays: 6 }, "deletionWindowInDays must be a whole number from 7 to 30 days"],
        ],
    },
    {
        type: "aws:iam/role:Role",
        good: { assumeRolePolicy: policy },
        bad: [
            [{ assumeRolePolicy: "{" }, "assumeRolePolicy is not a JSON object"],
            [{ maxSessionDuration: 60 }, "maxSessionDuration must"],
            [{ path: "platform" }, "path must be a path that begins and ends with /"],
        ],
    },
    {
        type: "aws:iam/rolePolicy:RolePolicy",
        good: { role: "r", policy },
        bad: [[{ policy: JSON.stringify({ Id: "x".repeat(10_240) }) }, "policy must have at most 10240 characters"]],
    },
    {
        type: "aws:sns/topicSubscription:TopicSubscription",
        good: { topic: "arn:aws:sns:eu-west-1:111122223333:t", protocol: "sqs", endpoint: ARN },
        bad: [
            [{ protocol: "fax" }, "protocol must be one of"],
            [{ topic: "t" }, "topic must be the ARN of a topic"],
        ],
    },
    {
        type: "aws:cloudwatch/logGroup:LogGroup",
        good: { retentionInDays: 365 },
        bad: [
            [{ retentionInDays: 42 }, "retentionInDays must be one of"],
            [{ kmsKeyId: "alias/logs" }, "kmsKeyId must be the ARN of a key"],
        ],
    },
    {
        type: "aws:lambda/permission:Permission",
        good: { action: "lambda:InvokeFunction", function: "f", principal: "s3.amazonaws.com" },
        bad: [[{ action: "invoke" }, "action must be an action such as lambda:InvokeFunction"]],
    },
    {
        type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
        good: { functionName: "f", maximumRetryAttempts: 2 },
        bad: [
            [{ maximumRetryAttempts: 3 }, "maximumRetryAttempts must"],
            [{ maximumEventAgeInSeconds: 59 }, "maximumEventAgeInSeconds must"],
        ],
    },
    {
        type: "aws:secretsmanager/secret:Secret",
        good: { recoveryWindowInDays: 0 },
        bad: [[{ recoveryWindowInDays: 3 }, "recoveryWindowInDays must be 0 or from 7 to 30 days, got 3"]],
    },
];

describe("what AWS refuses", () => {
    for (const { type, good, bad } of rows) {
        it(`is not the good example of ${type}`, () => assert.deepEqual(refusals(type, good), []));
        for (const [change, begins] of bad) {
            it(`${type}: ${begins}`, () => {
                const found = refusals(type, { ...good, ...change });
                assert.ok(
                    found.some((text) => text.startsWith(begins)),
                    `refused for ${JSON.stringify(found)}`,
                );
            });
        }
    }

    it("is an absent required property", () => {
        const type = "aws:cloudwatch/metricAlarm:MetricAlarm";
        assert.deepEqual(refusals(type, { metricName: "Errors" }), [
            "comparisonOperator is required",
            "evaluationPeriods is required",
            "metricName also needs namespace, period, statistic or extendedStatistic",
            "threshold is required without a thresholdMetricId",
        ]);
    });

    it("cannot be told of values that a preview does not know", () => {
        for (const { type, good } of rows) {
            const unknown = Object.fromEntries(Object.keys(good).map((name) => [name, UNKNOWN]));
            assert.deepEqual(refusals(type, unknown), [], type);
        }
    });
});
