import type { Parts, Step } from "./parts.ts";

/** Data Factory ► S3 supplementary. It may not write there itself: it becomes the landing role by its caller's token. */
export function receive({ keys, topics, storage, exchange }: Parts): Step {
    const { role, subject, runs } = exchange;
    return {
        description: "Lands supplementary data from Azure by the token of who brings it",
        sources: [],
        environment: {
            LANDING_ROLE_ARN: role.arn,
            LANDING_SUBJECT: subject,
            SUPPLEMENTARY_BUCKET: storage.supplementary.bucket.bucket,
            SUPPLEMENTARY_KEY_ARN: keys.data.arn,
            RUNS_TABLE: runs.table.name,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
        },
        grants: [...runs.grantNoteAndCount(), ...topics.discrepancies.grantPublish()],
    };
}
