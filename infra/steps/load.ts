import type { Parts, Step } from "./parts.ts";

/** Records ► the warehouse, each transaction once. */
export function load({ settings, storage, queues, warehouse }: Parts): Step {
    return {
        description: "Loads new records into the warehouse, all of a batch or none",
        sources: [{ from: queues.records, ...settings.load }],
        environment: {
            WORKGROUP_NAME: warehouse.workgroupName,
            DATABASE: warehouse.database,
            RECORDS_BUCKET: storage.records.bucket.bucket,
            MANIFESTS_BUCKET: storage.manifests.bucket.bucket,
            COPY_ROLE_ARN: warehouse.copyRoleArn,
        },
        // The records themselves it never reads: the warehouse does, by a role of its own.
        grants: [...warehouse.grantRun(), ...storage.manifests.grantAdd("loads/")],
    };
}
