import type { Parts, Step } from "./parts.ts";

/** Records, refusals and runs of reports ► the warehouse, each once. */
export function load({ settings, storage, queues, warehouse }: Parts): Step {
    return {
        description: "Loads new records, refusals and report runs into the warehouse, all of a batch or none",
        sources: [{ from: queues.records, ...settings.load }],
        environment: {
            WORKGROUP_NAME: warehouse.workgroupName,
            DATABASE: warehouse.database,
            RECORDS_BUCKET: storage.records.bucket.bucket,
            QUARANTINE_BUCKET: storage.quarantine.bucket.bucket,
            REPORTS_BUCKET: storage.reports.bucket.bucket,
            MANIFESTS_BUCKET: storage.manifests.bucket.bucket,
            COPY_ROLE_ARN: warehouse.copyRoleArn,
        },
        // What it loads it never reads itself: the warehouse does, by a role of its own.
        grants: [...warehouse.grantRun(), ...storage.manifests.grantAdd("loads/")],
    };
}
