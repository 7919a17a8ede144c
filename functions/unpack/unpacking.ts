import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { requiredNumber, required as requiredOf } from "../adapters/environment.ts";
import { S3Writer } from "../adapters/objects.ts";
import { PackingSender } from "../adapters/packs/packing-sender.ts";
import { SqsSender } from "../adapters/queue.ts";
import type { Surroundings } from "../adapters/surroundings.ts";
import { SnsPublisher } from "../adapters/topic.ts";
import { conventionsOf } from "./conventions.ts";
import { jobsOf } from "./landing-message.ts";
import { openLanded } from "./landing-objects.ts";
import { LIMITS } from "./limits.ts";
import { ManifestStore } from "./manifest-store.ts";
import type { Ports } from "./ports.ts";
import { cardTokens } from "./rows/card-tokens.ts";
import { keySeal } from "./rows/key-seal.ts";
import { tokenKey } from "./rows/token-key.ts";
import { unpackAll } from "./unpack.ts";

export interface Clients {
    kms: Pick<KMSClient, "send">;
    s3: Pick<S3Client, "send">;
    sns: Pick<SNSClient, "send">;
    sqs: Pick<SQSClient, "send">;
}

/** `unpack` on these clients: takes messages of the landing queue; those it could not process come again. */
export function unpacking({ kms, s3, sns, sqs }: Clients, surroundings: Surroundings) {
    const { environment, now, pause, logger, metrics } = surroundings;
    const required = (name: string) => requiredOf(name, environment);
    const keyId = required("TOKEN_KEY_ID");
    const keyVersion = required("TOKEN_KEY_VERSION");
    const world: Omit<Ports, "tokenOf" | "seal" | "remainingMs"> = {
        open: (job) => openLanded(s3, job),
        bulk: new PackingSender(new SqsSender(sqs, required("BULK_QUEUE_URL"), pause)),
        landing: new SqsSender(sqs, required("LANDING_QUEUE_URL"), pause),
        quarantine: new S3Writer(s3, required("QUARANTINE_BUCKET")),
        manifests: new ManifestStore(s3, required("MANIFESTS_BUCKET")),
        discrepancies: new SnsPublisher(sns, required("DISCREPANCY_TOPIC_ARN")),
        now: () => new Date(now()),
        loopHours: requiredNumber("LOOP_HOURS", { from: 1, to: 336, whole: true }, environment),
        limits: LIMITS,
        conventions: conventionsOf(environment.CONVENTIONS ?? "[]"),
    };
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

    return async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
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
}
