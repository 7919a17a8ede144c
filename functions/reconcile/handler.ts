import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import { DataApiWarehouse, redshiftDataClient } from "../adapters/data-api.ts";
import { dynamoClient } from "../adapters/dynamo.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Reader } from "../adapters/object-reader.ts";
import { S3Writer, s3Client } from "../adapters/objects.ts";
import { statementsOf } from "../adapters/statements.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { DynamoLedger } from "./dynamo-ledger.ts";
import { type Outcome, reconcile } from "./reconcile.ts";
import { S3Parked } from "./s3-parked.ts";
import { WarehouseLoaded } from "./warehouse-loaded.ts";

/** Time left to tell of what was found, in milliseconds. */
const RESERVE_MS = 60_000;

const logger = loggerOf("reconcile");
const metrics = new Metrics({ serviceName: "reconcile" });
const client = redshiftDataClient();
const s3 = s3Client();
const target = { workgroupName: required("WORKGROUP_NAME"), database: required("DATABASE") };
const ledger = new DynamoLedger(dynamoClient(), required("LEDGER_TABLE"));
const parked = new S3Parked(s3, required("PARKED_BUCKET"), required("DEAD_LETTER_QUEUES").split(","));
const reportsBucket = required("REPORTS_BUCKET");
const [reader, writer] = [new S3Reader(s3, reportsBucket), new S3Writer(s3, reportsBucket)];
const discrepancies = new SnsPublisher(snsClient(), required("DISCREPANCY_TOPIC_ARN"));
const told = {
    has: async (key: string) => (await reader.read(key)) !== undefined,
    note: (key: string, what: object) => writer.write(key, `${JSON.stringify(what)}\n`, "application/json"),
};

/** Run by the workflow, which tries again when it could not look at everything. */
export async function handler(_event: unknown, context: Context): Promise<Omit<Outcome, "imbalances">> {
    const remainingMs = () => context.getRemainingTimeInMillis();
    const clock = {
        hasTime: (ms: number) => remainingMs() - RESERVE_MS > ms,
        sleep: (ms: number) => sleep(ms).then(() => undefined),
    };
    const loaded = new WarehouseLoaded(new DataApiWarehouse(client, target, clock), sql());
    const now = () => new Date();
    const { imbalances, ...outcome } = await reconcile({
        ...{ ledger, loaded, told, discrepancies, now, remainingMs },
        parked: (ids, sinceDay) => parked.which(ids, sinceDay, now()),
    });
    for (const { hour, source, unscored, unloaded, unclaimed, unnamed } of imbalances) {
        const counts = { unscored: unscored.length, unloaded: unloaded.length, unclaimed: unclaimed.length, unnamed };
        logger.warn("does not add up", { hour, source, ...counts });
    }
    metrics.addMetric("unbalanced", MetricUnit.Count, imbalances.length);
    metrics.addMetric("reconciled", MetricUnit.Count, outcome.claimed);
    metrics.publishStoredMetrics();
    logger.info("reconciled", { ...outcome });
    return outcome;
}

/** The SQL lies beside the code. */
function sql() {
    const [byHour = "", ids = ""] = ["loaded-by-hour", "loaded-ids"].flatMap((name) =>
        statementsOf(readFileSync(`${import.meta.dirname}/warehouse/${name}.sql`, "utf8")),
    );
    return { byHour, ids };
}
