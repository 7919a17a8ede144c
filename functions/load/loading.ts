import { readFileSync } from "node:fs";
import type { RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { answer } from "../adapters/answer.ts";
import { DataApiWarehouse } from "../adapters/data-api.ts";
import { required as requiredOf } from "../adapters/environment.ts";
import { S3Writer } from "../adapters/objects.ts";
import { statementsOf } from "../adapters/statements.ts";
import type { Surroundings } from "../adapters/surroundings.ts";
import { KINDS, sqlFile } from "./kinds.ts";
import { load, type Settings } from "./load.ts";

export interface Clients {
    redshift: Pick<RedshiftDataClient, "send">;
    s3: Pick<S3Client, "send">;
}

/** Time left to say which messages failed, in milliseconds. */
const RESERVE_MS = 10_000;

/** `load` on these clients: takes messages of the queue `records`; those whose objects are not loaded come again. */
export function loading({ redshift, s3 }: Clients, surroundings: Surroundings, sqlFolder: string) {
    const { environment, now, pause } = surroundings;
    const required = (name: string) => requiredOf(name, environment);
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
    const manifests = new S3Writer(s3, addresses.manifestsBucket);
    let settings: Settings | undefined;

    return async (
        { Records }: SQSEvent,
        context: Pick<Context, "getRemainingTimeInMillis">,
    ): Promise<SQSBatchResponse> => {
        settings ??= { ...addresses, statements: readStatements(sqlFolder) };
        const clock = {
            hasTime: (ms: number) => context.getRemainingTimeInMillis() - RESERVE_MS > ms,
            sleep: pause,
        };
        const warehouse = new DataApiWarehouse(redshift, target, clock);
        const ports = { warehouse, manifests, clock, now: () => new Date(now()) };
        const { failures, ...counts } = await load(Records, ports, settings);
        return answer(failures, counts, surroundings);
    };
}

function readStatements(folder: string): Settings["statements"] {
    const read = KINDS.map((kind) => [kind, statementsOf(readFileSync(`${folder}/${sqlFile(kind)}`, "utf8"))]);
    return Object.fromEntries(read);
}
