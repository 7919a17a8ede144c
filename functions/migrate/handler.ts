import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Handler } from "aws-lambda";
import * as z from "zod/mini";
import { DataApiWarehouse, redshiftDataClient } from "../adapters/data-api.ts";
import { required, requiredNumber } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { statementsOf } from "../adapters/statements.ts";
import { Members } from "./group-members.ts";
import { migrate, type Outcome } from "./migrate.ts";
import { readMigrations } from "./migration.ts";
import { SecretsManagerVersions, secretsClient } from "./secret-versions.ts";

/** Time left to say what went wrong, in milliseconds. */
const RESERVE_MS = 10_000;
const PASSWORD_BYTES = 48;

const logger = loggerOf("migrate");
const workgroupName = required("WORKGROUP_NAME");
const database = required("DATABASE");
const target = { workgroupName, database, secretArn: required("ADMIN_SECRET_ARN") };
const secret = new SecretsManagerVersions(secretsClient(), required("DASHBOARD_SECRET_ARN"));
const place = {
    host: required("WAREHOUSE_HOST"),
    port: requiredNumber("WAREHOUSE_PORT", { from: 1, to: 65_535, whole: true }),
    dbname: database,
};
const client = redshiftDataClient();
/** What the program hands over: who logs in as himself. */
const Input = z.object({ members: Members });

/** Runs when the program does; the files of `analytics/warehouse` lie beside it. */
export const handler: Handler<unknown, Outcome> = async (event, context) => {
    const { members } = Input.parse(event);
    const clock = {
        hasTime: (ms: number) => context.getRemainingTimeInMillis() - RESERVE_MS > ms,
        sleep: (ms: number) => sleep(ms).then(() => undefined),
    };
    const folder = import.meta.dirname;
    const outcome = await migrate(
        statementsOf(readFileSync(`${folder}/warehouse/prepare.sql`, "utf8")),
        readMigrations(`${folder}/warehouse/migrations`),
        members,
        {
            warehouse: new DataApiWarehouse(client, target, clock),
            secret,
            place,
            newPassword: () => randomBytes(PASSWORD_BYTES).toString("base64url"),
        },
    );
    logger.info("migrated", { ...outcome });
    return outcome;
};
