import type { Output } from "@pulumi/pulumi";
import type { Parts } from "./steps/parts.ts";

/** Names and addresses that the team's commands work with. */
export function outputsOf({ storage, queues, ledger, topics }: Parts): Record<string, Output<string>> {
    return {
        landingBucket: storage.landing.bucket.bucket,
        quarantineBucket: storage.quarantine.bucket.bucket,
        manifestsBucket: storage.manifests.bucket.bucket,
        parkedBucket: storage.parked.bucket.bucket,
        recordsBucket: storage.records.bucket.bucket,
        incomingQueueUrl: queues.incoming.queue.url,
        bulkQueueUrl: queues.bulk.queue.url,
        ledgerTable: ledger.table.name,
        fraudTopicArn: topics.fraud.arn,
        discrepanciesTopicArn: topics.discrepancies.arn,
        operationsTopicArn: topics.operations.arn,
    };
}
