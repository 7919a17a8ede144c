import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { statementsOf } from "../../../../functions/adapters/statements.ts";
import { GROUPS } from "../../../../functions/migrate/group-members.ts";
import { CopyError } from "../../../../local/services/redshift-data/copy.ts";
import { Database } from "../../../../local/services/redshift-data/database.ts";
import { translated } from "../../../../local/services/redshift-data/dialect.ts";
import { openDatabase } from "../../../../local/services/redshift-data/open-database.ts";
import { paths } from "../../../../tools/paths.mjs";

/** What the warehouse holds of a transaction. */
export interface Loaded {
    id: string;
    score: number;
    verdict: string;
    revision: number;
}

export type ReadObject = (bucket: string, key: string) => Uint8Array | undefined;

export const SQL = join(paths.root, "analytics", "warehouse");
/**
 * Redshift takes a primary key as a hint and keeps none: a row that stands there twice has to be seen. With the keys go
 * dashboards' views, which nothing here asks.
 */
const AS_REDSHIFT = [
    "ALTER TABLE compliance.transactions DROP CONSTRAINT transactions_pkey CASCADE",
    "ALTER TABLE compliance.transaction_reasons DROP CONSTRAINT transaction_reasons_pkey CASCADE",
    "CREATE INDEX ON compliance.transactions (id)",
    "CREATE INDEX ON compliance.transaction_reasons (transaction_id)",
];
const TABLES = ["transactions", "transaction_reasons", "loads"];

/** The local Redshift with the platform's own schema: loads are its own SQL, carried out by PostgreSQL. */
export class Warehouse {
    readonly #postgres: PGlite;
    readonly #database: Database;
    /** The buckets of the run that goes on. */
    read: ReadObject = () => undefined;

    private constructor(postgres: PGlite) {
        this.#postgres = postgres;
        this.#database = new Database(Promise.resolve(postgres), async (_, address) => {
            const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.*)$/.exec(address) ?? [];
            const object = this.read(bucket, key);
            if (object === undefined) throw new CopyError(`S3ServiceException:NoSuchKey,Status 404,${address}`);
            return object;
        });
    }

    static async open(): Promise<Warehouse> {
        const postgres = await openDatabase();
        const files = readdirSync(join(SQL, "migrations")).sort();
        const run = async (sql: string) => {
            for (const statement of statementsOf(sql)) await postgres.exec(translated(statement));
        };
        await run(readFileSync(join(SQL, "prepare.sql"), "utf8"));
        for (const group of GROUPS) await run(`CREATE GROUP ${group}`);
        for (const file of files) await run(readFileSync(join(SQL, "migrations", file), "utf8"));
        for (const statement of AS_REDSHIFT) await postgres.exec(statement);
        return new Warehouse(postgres);
    }

    /** All statements or none. */
    async run(statements: readonly string[]): Promise<void> {
        await this.#database.transaction(statements);
    }

    /** Every row, in no order. */
    async rows(): Promise<Loaded[]> {
        const sql = "SELECT id, score::FLOAT8 AS score, verdict, revision FROM compliance.transactions";
        return (await this.#postgres.query<Loaded>(sql)).rows;
    }

    async clear(): Promise<void> {
        await this.#postgres.exec(`TRUNCATE ${TABLES.map((table) => `compliance.${table}`).join(", ")}`);
    }

    close(): Promise<void> {
        return this.#postgres.close();
    }
}
