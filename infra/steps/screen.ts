import type { Parts, Step } from "./parts.ts";

/** Live and bulk transactions ► screened. */
export function screen({ settings, topics, storage, ledger, queues }: Parts): Step {
    return {
        description: "Checks each transaction once and passes the sound ones on",
        sources: [queues.incoming, queues.bulk].map((from) => ({ from, ...settings.screen })),
        environment: {
            SCREENED_QUEUE_URL: queues.screened.queue.url,
            SCREENED_BULK_QUEUE_URL: queues.screenedBulk.queue.url,
            LEDGER_TABLE: ledger.table.name,
            QUARANTINE_BUCKET: storage.quarantine.bucket.bucket,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
        },
        grants: [
            ...ledger.grantUpdate(),
            ...queues.screened.grantSend(),
            ...queues.screenedBulk.grantSend(),
            ...storage.quarantine.grantWrite(),
            ...topics.discrepancies.grantPublish(),
        ],
    };
}
