import assert from "node:assert/strict";
import { type Load, loadHandlers } from "../support/handlers.ts";

const variables: Record<string, Record<string, string>> = {
    screen: {
        LEDGER_TABLE: "ledger",
        SCREENED_QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/111122223333/screened",
        SCREENED_BULK_QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/111122223333/screened-bulk",
        QUARANTINE_BUCKET: "quarantine",
        DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:discrepancies",
        BULK_QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/111122223333/bulk",
    },
    score: {
        ACTIVITY_TABLE: "activity",
        LEDGER_TABLE: "ledger",
        RECORDS_BUCKET: "records",
        QUARANTINE_BUCKET: "quarantine",
        PROFILES_BUCKET: "profiles",
        RUNS_TABLE: "runs",
        SUPPLEMENTARY_BUCKET: "supplementary",
        SUPPLEMENTARY_STALE_HOURS: "26",
        SUPPLEMENTARY_KEPT_DAYS: "400",
        FRAUD_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:fraud",
        DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:discrepancies",
        LOOP_HOURS: "24",
        RESCORE_QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/111122223333/screened-bulk",
        ALERT_THRESHOLD: "0.7",
        MODEL_THRESHOLD: "0.4",
        ALERTS_PER_MINUTE: "60",
        SCREENED_QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/111122223333/screened",
    },
    collect: {
        SOURCES: "[]",
        WATERMARKS_TABLE: "watermarks",
        LANDING_BUCKET: "landing",
        DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:discrepancies",
    },
    load: {
        WORKGROUP_NAME: "compliance",
        DATABASE: "compliance",
        RECORDS_BUCKET: "records",
        QUARANTINE_BUCKET: "quarantine",
        REPORTS_BUCKET: "reports",
        MANIFESTS_BUCKET: "manifests",
        COPY_ROLE_ARN: "arn:aws:iam::111122223333:role/copy",
    },
    migrate: {
        WORKGROUP_NAME: "compliance",
        DATABASE: "compliance",
        ADMIN_SECRET_ARN: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:admin",
        DASHBOARD_SECRET_ARN: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:dashboards",
        WAREHOUSE_HOST: "compliance.111122223333.eu-west-1.redshift-serverless.amazonaws.com",
        WAREHOUSE_PORT: "5439",
    },
    receive: {
        LANDING_SUBJECT: "12345678-1234-4123-8123-123456789014",
        LANDING_ROLE_ARN: "arn:aws:iam::111122223333:role/landing",
        SUPPLEMENTARY_BUCKET: "supplementary",
        SUPPLEMENTARY_KEY_ARN: "arn:aws:kms:eu-west-1:111122223333:key/1",
        RUNS_TABLE: "runs",
        DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:discrepancies",
    },
    request: {
        AZURE_TENANT_ID: "12345678-1234-4123-8123-123456789012",
        AZURE_CLIENT_ID: "12345678-1234-4123-8123-123456789013",
        FACTORY_ID: "/subscriptions/one/resourceGroups/it/providers/Microsoft.DataFactory/factories/it",
        PIPELINES: "sanctions-list",
    },
    publish: { DATA_SETS: "{}", FRESH_HOURS: "3", ACCOUNT_ID: "111122223333" },
    reconcile: {
        WORKGROUP_NAME: "compliance",
        DATABASE: "compliance",
        LEDGER_TABLE: "ledger",
        PARKED_BUCKET: "parked",
        DEAD_LETTER_QUEUES: "screened-dead",
        REPORTS_BUCKET: "reports",
        DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:discrepancies",
    },
    report: {
        QUERIES: "{}",
        REPORTS_BUCKET: "reports",
        DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:discrepancies",
        PROGRAM_VERSION: "1.0.0",
    },
    promote: {
        MODEL_FROM: "registry",
        MODEL_BUCKET: "model",
        MODEL_GROUP: "compliance-test-fraud",
        ENDPOINT_NAME: "compliance-test-fraud",
        TEMPLATE_CONFIGURATION: "fraud-1",
        DEPLOYMENT: "{}",
        TAGS: "{}",
        OPERATIONS_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:operations",
    },
    judge: {
        MODEL_BUCKET: "model",
        JOB_PREFIX: "fit-",
        MODEL_GROUP: "compliance-test-fraud",
        ENDPOINT_NAME: "compliance-test-fraud",
        OPERATIONS_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:operations",
    },
    train: {
        LEDGER_TABLE: "ledger",
        RECORDS_BUCKET: "records",
        MODEL_BUCKET: "model",
        WINDOW_DAYS: "90",
        MATURITY_DAYS: "30",
        ROWS_AT_MOST: "100000",
        FRAUD_AT_LEAST: "50",
        NEW_DECISIONS: "25",
        OLDEST_DAYS: "30",
    },
    park: { PARKED_BUCKET: "parked", DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:111122223333:discrepancies" },
};

describe("handlers", () => {
    const cases = Object.entries(variables).flatMap(([verb, all]) => {
        const names = Object.keys(all);
        return names.map((missing, index): Load & { error: string } => ({
            verb,
            environment: Object.fromEntries(Object.entries(all).slice(0, index)),
            error: `environment variable ${missing} is not set`,
        }));
    });
    const complete = Object.entries(variables).map(([verb, environment]) => ({ verb, environment, error: "" }));
    const wrong = {
        verb: "score",
        environment: { ...variables.score, ALERT_THRESHOLD: "70" },
        error: 'environment variable ALERT_THRESHOLD must be a number from 0.01 to 1, got "70"',
    };

    const asking = { ...variables.score, ENDPOINT_NAME: "fraud" };
    const withModel = [
        { verb: "score", environment: asking, error: "environment variable MODEL_BUCKET is not set" },
        {
            verb: "score",
            environment: { ...asking, MODEL_BUCKET: "model" },
            error: "environment variable ENDPOINT_ATTEMPT_MS is not set",
        },
        {
            verb: "score",
            environment: { ...asking, MODEL_BUCKET: "model", ENDPOINT_ATTEMPT_MS: "2000" },
            error: "",
        },
    ];

    it("load with their variables, and name each one that is missing or wrong", () => {
        const all = [...cases, ...complete, ...withModel, wrong];
        assert.deepEqual(
            loadHandlers(all),
            all.map(({ error }) => error),
        );
    });
});
