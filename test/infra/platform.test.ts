import assert from "node:assert/strict";
import { Platform } from "../../infra/platform.ts";
import type { Verb } from "../../infra/steps/parts.ts";
import { settingsOf, stackNames } from "../../stacks/settings-of.ts";
import { theBundle, theConfiguration } from "../support/infra-parts.ts";
import {
    allRegistered,
    type Created,
    created,
    everything,
    namesOf,
    protectedResources,
    recordResources,
    value,
} from "../support/mocks.ts";

const FUNCTION = "aws:lambda/function:Function";
const QUEUE = "aws:sqs/queue:Queue";
const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

const TAGS = ["cost-centre", "data-classification", "environment", "owner", "platform", "retention"];

/** What neither cloud lets anybody tag. */
const UNTAGGABLE = [
    /^compliance:/,
    /^aws:kms\/alias:/,
    /^aws:s3\/bucket[A-Z]/,
    /^aws:(sqs|sns|iam)\/\w+Policy:/,
    /^aws:sns\/topicSubscription:/,
    /^azure-native:storage:BlobContainer$/,
];

async function build(stack: string): Promise<Platform> {
    await recordResources();
    const bundles: Record<Verb, ReturnType<typeof theBundle>> = {
        unpack: theBundle("unpack"),
        screen: theBundle("screen"),
        score: theBundle("score"),
        park: theBundle("park"),
    };
    const settings = settingsOf(stack);
    const platform = new Platform("platform", theConfiguration({ environment: stack, settings }), bundles);
    await allRegistered();
    return platform;
}

/** What a function reads at its start, besides what all functions read. */
function environmentOf(name: string): string[] {
    const { variables } = created(FUNCTION, name).environment as { variables: Record<string, string> };
    const common = ["POWERTOOLS_SERVICE_NAME", "POWERTOOLS_METRICS_NAMESPACE", "LOG_LEVEL", "NODE_OPTIONS"];
    return Object.keys(variables)
        .filter((variable) => !common.includes(variable))
        .sort();
}

for (const stack of stackNames) {
    describe(`Platform with the settings of ${stack}`, () => {
        let platform: Platform;
        before(async () => {
            platform = await build(stack);
        });

        it("tags everything that takes tags", () => {
            const taggable = ({ type }: Created) => !UNTAGGABLE.some((pattern) => pattern.test(type));
            for (const { type, name, inputs } of everything().filter(taggable)) {
                assert.deepEqual(Object.keys(inputs.tags ?? {}).sort(), TAGS, `${type} named ${name}`);
            }
        });

        it("leads from received files and live messages to the verdict, and every dead letter to park", () => {
            assert.deepEqual(namesOf(MAPPING), [
                "park-bulk-dead",
                "park-incoming-dead",
                "park-landing-dead",
                "park-screened-dead",
                "score-screened",
                "screen-bulk",
                "screen-incoming",
                "unpack-landing",
            ]);
            assert.deepEqual(namesOf("aws:s3/bucketNotification:BucketNotification"), ["landing"]);
        });

        it("takes as many messages at once as the settings say", () => {
            const { unpack, screen, score, park } = settingsOf(stack);
            for (const [mapping, { batchSize, windowSeconds, maximumConcurrency }] of Object.entries({
                "unpack-landing": { ...unpack, batchSize: 1, windowSeconds: 0 },
                "screen-incoming": screen,
                "screen-bulk": screen,
                "score-screened": score,
                "park-landing-dead": { ...park, batchSize: 10, windowSeconds: 0 },
            })) {
                const inputs = created(MAPPING, mapping);
                assert.equal(inputs.batchSize, batchSize, mapping);
                assert.equal(inputs.maximumBatchingWindowInSeconds, windowSeconds, mapping);
                assert.deepEqual(inputs.scalingConfig, { maximumConcurrency }, mapping);
            }
        });

        it("hides a message for six runs of whoever works on it", () => {
            for (const [queue, worker] of Object.entries({
                landing: "unpack",
                bulk: "screen",
                incoming: "screen",
                screened: "score",
                "bulk-dead": "park",
            })) {
                const { timeout } = created(FUNCTION, worker);
                assert.equal(created(QUEUE, queue).visibilityTimeoutSeconds, 6 * Number(timeout), queue);
            }
        });

        it("tells each function what it needs to know", () => {
            const { alerts } = settingsOf(stack);
            assert.deepEqual(environmentOf("unpack"), [
                "BULK_QUEUE_URL",
                "DISCREPANCY_TOPIC_ARN",
                "LANDING_QUEUE_URL",
                "MANIFESTS_BUCKET",
                "QUARANTINE_BUCKET",
                "TOKEN_KEY_ID",
                "TOKEN_KEY_VERSION",
            ]);
            assert.deepEqual(environmentOf("screen"), [
                "DISCREPANCY_TOPIC_ARN",
                "LEDGER_TABLE",
                "QUARANTINE_BUCKET",
                "SCREENED_QUEUE_URL",
            ]);
            assert.deepEqual(environmentOf("score"), [
                "ACTIVITY_TABLE",
                "ALERTS_PER_MINUTE",
                "ALERT_THRESHOLD",
                "FRAUD_TOPIC_ARN",
                "LEDGER_TABLE",
                "RECORDS_BUCKET",
            ]);
            assert.deepEqual(environmentOf("park"), ["DISCREPANCY_TOPIC_ARN", "PARKED_BUCKET"]);
            const { variables } = created(FUNCTION, "score").environment as { variables: Record<string, string> };
            assert.equal(variables.ALERT_THRESHOLD, String(alerts.threshold));
            assert.equal(variables.ALERTS_PER_MINUTE, String(alerts.perMinute));
        });

        it("locks records and forgets the rest as the settings say", () => {
            const { records, retention } = settingsOf(stack);
            assert.deepEqual(
                created("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "records").rule,
                { defaultRetention: { mode: records.lockMode, days: records.lockDays } },
            );
            for (const [bucket, days] of Object.entries({
                landing: retention.landingDays,
                quarantine: retention.quarantineDays,
                manifests: retention.manifestDays,
                parked: retention.parkedDays,
                "access-logs": retention.accessLogDays,
            })) {
                const { tags } = created("aws:s3/bucket:Bucket", bucket) as { tags: Record<string, string> };
                assert.equal(tags.retention, `${days}-days`, bucket);
            }
        });

        it("sends every alarm to operations", () => {
            const alarms = namesOf("aws:cloudwatch/metricAlarm:MetricAlarm");
            assert.equal(alarms.length, 4 * 4 + 4 * 2);
            for (const name of alarms) {
                const { alarmActions, okActions } = created("aws:cloudwatch/metricAlarm:MetricAlarm", name);
                assert.deepEqual([alarmActions, okActions], [["arn:sns:operations"], ["arn:sns:operations"]], name);
            }
        });

        it("names for the team's commands what they work with", async () => {
            assert.deepEqual(await value(platform.outputs), {
                landingBucket: "landing",
                quarantineBucket: "quarantine",
                manifestsBucket: "manifests",
                parkedBucket: "parked",
                recordsBucket: "records",
                incomingQueueUrl: "https://queues/incoming",
                bulkQueueUrl: "https://queues/bulk",
                ledgerTable: "ledger",
                fraudTopicArn: "arn:sns:fraud",
                discrepanciesTopicArn: "arn:sns:discrepancies",
                operationsTopicArn: "arn:sns:operations",
            });
        });
    });
}

describe("Platform", () => {
    it("keeps all data through a destroy in production", async () => {
        await build("prod");
        const kept = protectedResources();
        for (const type of ["aws:s3/bucket:Bucket", "aws:dynamodb/table:Table", "aws:kms/key:Key", QUEUE]) {
            for (const name of namesOf(type)) assert.ok(kept.includes(`${type} ${name}`), `${type} ${name}`);
        }
    });

    it("leaves nothing behind after a destroy on a laptop", async () => {
        await build("local");
        assert.deepEqual(protectedResources(), []);
        for (const name of namesOf("aws:s3/bucket:Bucket")) {
            assert.equal(created("aws:s3/bucket:Bucket", name).forceDestroy, true, name);
        }
    });
});
