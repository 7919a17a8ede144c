import type { Parts, Step } from "./parts.ts";

/** Live and bulk transactions ► screened. */
export function screen({ settings, topics, storage, ledger, queues }: Parts): Step {
    const { packBatchSize, ...live } = settings.screen;
    return {
        description: "Checks each transaction once and passes the sound ones on",
        sources: [
            { from: queues.incoming, ...live },
            // Messages out of files are packs of many transactions.
            { from: queues.bulk, ...live, batchSize: packBatchSize },
        ],
        environment: {
            BULK_QUEUE_URL: queues.bulk.queue.url,
            SCREENED_QUEUE_URL: queues.screened.queue.url,
            SCREENED_BULK_QUEUE_URL: queues.screenedBulk.queue.url,
            LEDGER_TABLE: ledger.table.name,
            QUARANTINE_BUCKET: storage.quarantine.bucket.bucket,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
        },
        grants: [
            ...ledger.grantClaim(),
            // What fails of a pack is put back alone.
            ...queues.bulk.grantSend(),
            ...queues.screened.grantSend(),
            ...queues.screenedBulk.grantSend(),
            ...storage.quarantine.grantWrite(),
            ...topics.discrepancies.grantPublish(),
        ],
    };
}
