import { all } from "@pulumi/pulumi";
import type { Parts, Step } from "./parts.ts";

/** Ledger against warehouse; run by the workflow. */
export function reconcile({ topics, storage, ledger, warehouse, queues }: Parts): Step {
    return {
        description: "Looks each hour whether every transaction of the last day is where it should be",
        sources: [],
        environment: {
            LEDGER_TABLE: ledger.table.name,
            WORKGROUP_NAME: warehouse.workgroupName,
            DATABASE: warehouse.database,
            PARKED_BUCKET: storage.parked.bucket.bucket,
            DEAD_LETTER_QUEUES: all(queues.deadLetters.map(({ queue }) => queue.name)).apply((names) =>
                names.join(","),
            ),
            REPORTS_BUCKET: storage.reports.bucket.bucket,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
        },
        grants: [
            ...ledger.grantCount(),
            ...ledger.grantLookUp(),
            ...warehouse.grantAsk(),
            ...storage.parked.grantLookUp(),
            ...storage.reports.grantWrite(),
            ...storage.reports.grantLookUp(),
            ...topics.discrepancies.grantPublish(),
        ],
    };
}
