import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { DynamoDecisions } from "../adapters/decisions.ts";
import { dynamoClient } from "../adapters/dynamo.ts";
import { required, requiredNumber } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Names } from "../adapters/object-names.ts";
import { S3Reader } from "../adapters/object-reader.ts";
import { patientS3Client, S3Writer } from "../adapters/objects.ts";
import { DynamoScoreLedger } from "../adapters/score-ledger.ts";
import { type Outcome, train } from "./train.ts";

const logger = loggerOf("train");
const metrics = new Metrics({ serviceName: "train" });
const [dynamo, s3] = [dynamoClient(), patientS3Client()];
const [ledger, records, model] = [required("LEDGER_TABLE"), required("RECORDS_BUCKET"), required("MODEL_BUCKET")];
const whole = (name: string, to: number) => requiredNumber(name, { from: 1, to, whole: true });
const settings = {
    windowDays: whole("WINDOW_DAYS", 730),
    maturityDays: whole("MATURITY_DAYS", 365),
    rowsAtMost: whole("ROWS_AT_MOST", 1_000_000),
    fraudAtLeast: whole("FRAUD_AT_LEAST", 100_000),
    newDecisions: whole("NEW_DECISIONS", 100_000),
    oldestDays: whole("OLDEST_DAYS", 730),
};
const [recordReader, recordNames] = [new S3Reader(s3, records), new S3Names(s3, records)];
const [modelReader, modelWriter] = [new S3Reader(s3, model), new S3Writer(s3, model)];
const world = {
    records: {
        read: (key: string) => recordReader.read(key),
        first: (prefix: string) => recordNames.first(prefix),
    },
    model: {
        read: (key: string) => modelReader.read(key),
        write: (...object: Parameters<S3Writer["write"]>) => modelWriter.write(...object),
    },
    decisions: new DynamoDecisions(dynamo, ledger),
    ledger: new DynamoScoreLedger(dynamo, ledger),
};

/** Run by the workflow, before the training that it prepares. */
export async function handler(_event: unknown, context: Context): Promise<Outcome> {
    const remainingMs = () => context.getRemainingTimeInMillis();
    const outcome = await train({ ...world, remainingMs }, settings, new Date().toISOString());
    logger.info(outcome.wanted ? "a model is to be trained" : "nothing to learn", { ...outcome });
    metrics.addMetric("trainingWanted", MetricUnit.Count, outcome.wanted ? 1 : 0);
    if (outcome.drift !== undefined) {
        const { indices, most } = outcome.drift;
        metrics.addMetric("largestDrift", MetricUnit.NoUnit, most.index);
        if (indices.score !== undefined) metrics.addMetric("scoreDrift", MetricUnit.NoUnit, indices.score);
    }
    metrics.publishStoredMetrics();
    return outcome;
}
