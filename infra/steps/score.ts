import type { Parts, Step } from "./parts.ts";

/** Screened transactions ► records for the regulator, and fraud alerts. */
export function score({ settings, topics, storage, ledger, activity, queues }: Parts): Step {
    return {
        description: "Decides on each transaction, records it for the regulator and reports suspected fraud",
        sources: [{ from: queues.screened, ...settings.score }],
        environment: {
            LEDGER_TABLE: ledger.table.name,
            ACTIVITY_TABLE: activity.table.name,
            RECORDS_BUCKET: storage.records.bucket.bucket,
            PROFILES_BUCKET: storage.profiles.bucket.bucket,
            FRAUD_TOPIC_ARN: topics.fraud.arn,
            ALERT_THRESHOLD: String(settings.alerts.threshold),
            ALERTS_PER_MINUTE: String(settings.alerts.perMinute),
        },
        grants: [
            ...ledger.grantUpdate(),
            ...ledger.grantLookUp(),
            ...activity.grantNoteAndLookBack(),
            ...storage.records.grantWrite(),
            ...storage.profiles.grantLookUp(),
            ...topics.fraud.grantPublish(),
        ],
    };
}
