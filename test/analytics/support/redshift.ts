import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { statementsOf } from "../../../functions/adapters/statements.ts";
import { GROUPS } from "../../../functions/migrate/group-members.ts";
import { translated } from "../../../local/services/redshift-data/dialect.ts";
import { openDatabase } from "../../../local/services/redshift-data/open-database.ts";
import { paths } from "../../../tools/paths.mjs";

export const WAREHOUSE = path.join(paths.root, "analytics/warehouse");
export const MIGRATIONS = path.join(WAREHOUSE, "migrations");

/** All SQL of the warehouse: file below `analytics/warehouse` and text. */
export function warehouseFiles(): { file: string; sql: string }[] {
    return readdirSync(WAREHOUSE, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".sql"))
        .sort()
        .map((file) => ({ file, sql: readFileSync(path.join(WAREHOUSE, file), "utf8") }));
}

/** A warehouse in memory. */
export class TestWarehouse {
    readonly database: PGlite;

    private constructor(database: PGlite) {
        this.database = database;
    }

    static async empty(): Promise<TestWarehouse> {
        return new TestWarehouse(await openDatabase());
    }

    /** With every migration applied. */
    static async migrated(): Promise<TestWarehouse> {
        const warehouse = await TestWarehouse.empty();
        await warehouse.run(readFileSync(path.join(WAREHOUSE, "prepare.sql"), "utf8"));
        for (const group of GROUPS) await warehouse.run(`CREATE GROUP ${group}`);
        for (const file of readdirSync(MIGRATIONS).sort()) {
            await warehouse.run(readFileSync(path.join(MIGRATIONS, file), "utf8"));
        }
        return warehouse;
    }

    /** Runs the statements of a file as one transaction. `instead` may answer for one that PostgreSQL lacks. */
    async run(sql: string, instead?: (statement: string) => Promise<boolean>): Promise<void> {
        await this.database.exec("BEGIN");
        try {
            for (const statement of statementsOf(sql)) {
                if (!(await instead?.(statement))) await this.database.exec(translated(statement));
            }
            await this.database.exec("COMMIT");
        } catch (error) {
            await this.database.exec("ROLLBACK");
            throw error;
        }
    }

    async rows<Row>(sql: string): Promise<Row[]> {
        return (await this.database.query<Row>(translated(sql))).rows;
    }

    async close(): Promise<void> {
        await this.database.close();
    }
}
