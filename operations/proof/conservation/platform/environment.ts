import { prod } from "../../../../stacks/prod.ts";
import { urlOf } from "../cloud/message.ts";
import type { Verb } from "./names.ts";

const topicOf = (name: string) => `arn:aws:sns:eu-west-1:111122223333:${name}`;

const DISCREPANCY_TOPIC_ARN = topicOf("discrepancies");
const LOOP_HOURS = "24";

/** What the program gives each function, with the numbers of `prod`. */
export const ENVIRONMENTS: Readonly<Record<Verb, Record<string, string>>> = {
    unpack: {
        TOKEN_KEY_ID: "tokens",
        TOKEN_KEY_VERSION: "v1",
        BULK_QUEUE_URL: urlOf("bulk"),
        LANDING_QUEUE_URL: urlOf("landing"),
        QUARANTINE_BUCKET: "quarantine",
        MANIFESTS_BUCKET: "manifests",
        DISCREPANCY_TOPIC_ARN,
        LOOP_HOURS,
    },
    screen: {
        LEDGER_TABLE: "ledger",
        SCREENED_QUEUE_URL: urlOf("screened"),
        SCREENED_BULK_QUEUE_URL: urlOf("screened-bulk"),
        BULK_QUEUE_URL: urlOf("bulk"),
        QUARANTINE_BUCKET: "quarantine",
        DISCREPANCY_TOPIC_ARN,
    },
    score: {
        ACTIVITY_TABLE: "activity",
        LEDGER_TABLE: "ledger",
        RUNS_TABLE: "runs",
        RECORDS_BUCKET: "records",
        QUARANTINE_BUCKET: "quarantine",
        PROFILES_BUCKET: "profiles",
        SUPPLEMENTARY_BUCKET: "supplementary",
        SUPPLEMENTARY_STALE_HOURS: String(prod.exchange.staleHours),
        SUPPLEMENTARY_KEPT_DAYS: String(prod.retention.supplementaryDays),
        FRAUD_TOPIC_ARN: topicOf("fraud"),
        DISCREPANCY_TOPIC_ARN,
        LOOP_HOURS,
        RESCORE_QUEUE_URL: urlOf("screened-bulk"),
        SCREENED_QUEUE_URL: urlOf("screened"),
        ALERT_THRESHOLD: String(prod.alerts.threshold),
        MODEL_THRESHOLD: String(prod.alerts.modelThreshold),
        ALERTS_PER_MINUTE: String(prod.alerts.perMinute),
        ENDPOINT_NAME: "fraud",
        ENDPOINT_ATTEMPT_MS: String(prod.scoring.attemptMilliseconds),
        MODEL_BUCKET: "model",
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
    park: { PARKED_BUCKET: "parked", DISCREPANCY_TOPIC_ARN },
};
