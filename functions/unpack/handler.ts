import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context, SQSHandler, SQSRecord } from "aws-lambda";
import { required, requiredNumber } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Writer, s3Client } from "../adapters/objects.ts";
import { PackingSender } from "../adapters/packs/packing-sender.ts";
import { SqsSender, sqsClient } from "../adapters/queue.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { conventionsOf } from "./conventions.ts";
import { jobsOf } from "./landing-message.ts";
import { openLanded } from "./landing-objects.ts";
import { LIMITS } from "./limits.ts";
import { ManifestStore } from "./manifest-store.ts";
import type { Ports } from "./ports.ts";
import { cardTokens } from "./rows/card-tokens.ts";
import { keySeal } from "./rows/key-seal.ts";
import { kmsClient, tokenKey } from "./rows/token-key.ts";
import { unpackAll } from "./unpack.ts";

const keyId = required("TOKEN_KEY_ID");
const keyVersion = required("TOKEN_KEY_VERSION");
const logger = loggerOf("unpack");
const metrics = new Metrics({ serviceName: "unpack" });
const s3 = s3Client();
const sqs = sqsClient();
const world: Omit<Ports, "tokenOf" | "seal" | "remainingMs"> = {
    open: (job) => openLanded(s3, job),
    bulk: new PackingSender(new SqsSender(sqs, required("BULK_QUEUE_URL"))),
    landing: new SqsSender(sqs, required("LANDING_QUEUE_URL")),
    quarantine: new S3Writer(s3, required("QUARANTINE_BUCKET")),
    manifests: new ManifestStore(s3, required("MANIFESTS_BUCKET")),
    discrepancies: new SnsPublisher(snsClient(), required("DISCREPANCY_TOPIC_ARN")),
    now: () => new Date(),
    loopHours: requiredNumber("LOOP_HOURS", { from: 1, to: 336, whole: true }),
    limits: LIMITS,
    conventions: conventionsOf(process.env.CONVENTIONS ?? "[]"),
};
const kms = kmsClient();
let keys: Promise<Pick<Ports, "tokenOf" | "seal">> | undefined;

/** Once a cold start; a failed derivation is tried again by the next message. */
function keysOnce(): Promise<Pick<Ports, "tokenOf" | "seal">> {
    keys ??= tokenKey(kms, keyId, keyVersion).then(
        (key) => ({ tokenOf: cardTokens(key, keyVersion), seal: keySeal(key) }),
        (error: unknown) => {
            keys = undefined;
            throw error;
        },
    );
    return keys;
}

/** A failure sends the message back to its queue; without this line nobody would learn why. */
async function onRecord(record: SQSRecord, context: Context): Promise<void> {
    try {
        await unpackRecord(record, context);
    } catch (error) {
        metrics.addMetric("MessagesNotUnpacked", MetricUnit.Count, 1);
        logger.error("file not unpacked", { messageId: record.messageId, error: error as Error });
        throw error;
    }
}

async function unpackRecord(record: SQSRecord, context: Context): Promise<void> {
    const jobs = jobsOf(record.body);
    const ports: Ports = {
        ...world,
        ...(await keysOnce()),
        remainingMs: () => context.getRemainingTimeInMillis(),
    };
    for (const { state, job, discrepancies } of await unpackAll(jobs, ports)) {
        const { key, version, rows, sent, quarantined } = job;
        const kinds = discrepancies.map(({ kind, count }) => ({ kind, count }));
        logger.info("file unpacked", { state, key, version, rows, sent, quarantined, discrepancies: kinds });
        metrics.addMetric(`Files-${state}`, MetricUnit.Count, 1);
        if (state === "done" || state === "faulty") {
            metrics.addMetric("RowsSent", MetricUnit.Count, sent);
            metrics.addMetric("RowsQuarantined", MetricUnit.Count, quarantined);
        }
    }
}

export const handler: SQSHandler = async (event, context) => {
    // A new processor each time, since it keeps the results of its batch.
    const processor = new BatchProcessor(EventType.SQS);
    try {
        return await processPartialResponse(event, (record: SQSRecord) => onRecord(record, context), processor, {
            context,
            processInParallel: false,
            throwOnFullBatchFailure: false,
        });
    } finally {
        metrics.publishStoredMetrics();
    }
};
