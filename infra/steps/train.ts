import type { Parts, Step } from "./parts.ts";

/** Records and analysts' decisions ► what the model learns from; run by the workflow. */
export function train({ settings, storage, ledger }: Parts): Step {
    const { windowDays, maturityDays, rowsAtMost, fraudAtLeast, newDecisions, oldestDays } = settings.scoring.learning;
    return {
        description: "Decides whether there is something to learn, and prepares it from records and decisions",
        sources: [],
        environment: {
            LEDGER_TABLE: ledger.table.name,
            RECORDS_BUCKET: storage.records.bucket.bucket,
            MODEL_BUCKET: storage.model.bucket.bucket,
            WINDOW_DAYS: String(windowDays),
            MATURITY_DAYS: String(maturityDays),
            ROWS_AT_MOST: String(rowsAtMost),
            FRAUD_AT_LEAST: String(fraudAtLeast),
            NEW_DECISIONS: String(newDecisions),
            OLDEST_DAYS: String(oldestDays),
        },
        grants: [
            ...ledger.grantLookUp(),
            ...ledger.grantReadDecisions(),
            ...storage.records.grantScan(),
            ...storage.model.grantLookUp(),
            ...storage.model.grantAdd("learning/"),
            ...storage.model.grantAdd("training/"),
        ],
    };
}
