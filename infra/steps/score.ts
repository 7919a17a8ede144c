import { EXPLAINER } from "../scoring/starter-model.ts";
import type { Grant } from "../security/grant.ts";
import { RECEIVED_PREFIX, REFUSED_PREFIX } from "../storage/platform-storage.ts";
import type { Parts, Step } from "./parts.ts";

/** Screened transactions ► records for the regulator, and fraud alerts. */
export function score(parts: Parts): Step {
    const { settings, topics, storage, ledger, activity, queues, exchange } = parts;
    const { bulkConcurrency, ...live } = settings.score;
    const asked = asking(parts);
    return {
        description: "Decides on each transaction, records it for the regulator and reports suspected fraud",
        sources: [
            { from: queues.screened, ...live },
            { from: queues.screenedBulk, ...live, maximumConcurrency: bulkConcurrency },
        ],
        // A transaction that the model did not see is asked about again each quarter of an hour.
        loopHours: 24,
        environment: {
            LEDGER_TABLE: ledger.table.name,
            ACTIVITY_TABLE: activity.table.name,
            RECORDS_BUCKET: storage.records.bucket.bucket,
            QUARANTINE_BUCKET: storage.quarantine.bucket.bucket,
            PROFILES_BUCKET: storage.profiles.bucket.bucket,
            SUPPLEMENTARY_BUCKET: storage.supplementary.bucket.bucket,
            RUNS_TABLE: exchange.runs.table.name,
            SUPPLEMENTARY_STALE_HOURS: String(settings.exchange.staleHours),
            SUPPLEMENTARY_KEPT_DAYS: String(settings.retention.supplementaryDays),
            FRAUD_TOPIC_ARN: topics.fraud.arn,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
            SCREENED_QUEUE_URL: queues.screened.queue.url,
            RESCORE_QUEUE_URL: queues.screenedBulk.queue.url,
            ALERT_THRESHOLD: String(settings.alerts.threshold),
            MODEL_THRESHOLD: String(settings.alerts.modelThreshold),
            ALERTS_PER_MINUTE: String(settings.alerts.perMinute),
            ...asked.environment,
        },
        grants: [
            ...ledger.grantUpdate(),
            ...ledger.grantLookUp(),
            ...activity.grantNoteAndLookBack(),
            ...storage.records.grantWrite(),
            // What a guard stops is put aside among the refused messages; copies of files lie elsewhere.
            ...storage.quarantine.grantAdd(REFUSED_PREFIX),
            ...storage.profiles.grantLookUp(),
            ...storage.supplementary.grantReadBelow(RECEIVED_PREFIX),
            ...exchange.runs.grantLookUpCurrent(),
            ...topics.fraud.grantPublish(),
            ...topics.discrepancies.grantPublish(),
            // What fails of a pack is put back alone, and what the model did not see waits among what came out of files.
            ...queues.screened.grantSend(),
            ...queues.screenedBulk.grantSend(),
            ...asked.grants,
        ],
    };
}

/** The endpoint to ask, and the trees that explain what it answers; nothing where no model is configured. */
function asking({ settings, model, storage }: Parts): Pick<Step, "environment"> & { grants: Grant[] } {
    if (model.endpoint === undefined) return { environment: {}, grants: [] };
    return {
        environment: {
            ENDPOINT_NAME: model.endpoint.endpointName,
            ENDPOINT_ATTEMPT_MS: String(settings.scoring.attemptMilliseconds),
            MODEL_BUCKET: storage.model.bucket.bucket,
        },
        grants: [...model.endpoint.grantAsk(), ...storage.model.grantReadOne(EXPLAINER)],
    };
}
