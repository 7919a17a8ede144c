import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { SQSHandler } from "aws-lambda";
import { answer } from "../adapters/answer.ts";
import { DataApiWarehouse, redshiftDataClient } from "../adapters/data-api.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Writer, s3Client } from "../adapters/objects.ts";
import { statementsOf } from "../adapters/statements.ts";
import { KINDS, sqlFile } from "./kinds.ts";
import { load, type Settings } from "./load.ts";

/** Time left to say which messages failed, in milliseconds. */
const RESERVE_MS = 10_000;

const logger = loggerOf("load");
const metrics = new Metrics({ serviceName: "load" });
const client = redshiftDataClient();
const target = { workgroupName: required("WORKGROUP_NAME"), database: required("DATABASE") };
const addresses = {
    buckets: {
        transactions: required("RECORDS_BUCKET"),
        quarantine: required("QUARANTINE_BUCKET"),
        "report-runs": required("REPORTS_BUCKET"),
    },
    manifestsBucket: required("MANIFESTS_BUCKET"),
    copyRoleArn: required("COPY_ROLE_ARN"),
};
const manifests = new S3Writer(s3Client(), addresses.manifestsBucket);
let settings: Settings | undefined;

/** Takes messages of the queue `records`; those whose objects are not in the warehouse come again. */
export const handler: SQSHandler = async ({ Records }, context) => {
    // The SQL lies beside the code.
    settings ??= { ...addresses, statements: readStatements(`${import.meta.dirname}/warehouse`) };
    const clock = {
        hasTime: (ms: number) => context.getRemainingTimeInMillis() - RESERVE_MS > ms,
        sleep: (ms: number) => sleep(ms).then(() => undefined),
    };
    const warehouse = new DataApiWarehouse(client, target, clock);
    const { failures, ...counts } = await load(
        Records,
        { warehouse, manifests, clock, now: () => new Date() },
        settings,
    );
    return answer(failures, counts, { logger, metrics });
};

function readStatements(folder: string): Settings["statements"] {
    const read = KINDS.map((kind) => [kind, statementsOf(readFileSync(`${folder}/${sqlFile(kind)}`, "utf8"))]);
    return Object.fromEntries(read);
}
