import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { statementsOf } from "../../../functions/adapters/statements.ts";
import { GROUPS } from "../../../functions/migrate/group-members.ts";
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

/**
 * What Redshift says and PostgreSQL does not, each with what means the same for a test. Where rows lie, how they are
 * sorted and packed changes no result; SUPER is JSON.
 */
const TRANSLATIONS: readonly [RegExp, string][] = [
    [/\bENCODE \w+/g, ""],
    [/\bDISTSTYLE (ALL|EVEN|KEY)\b/g, ""],
    [/\bDISTKEY \(\w+\)/g, ""],
    [/\b(COMPOUND )?SORTKEY \([\w, ]+\)/g, ""],
    [/\bSUPER\b/g, "JSONB"],
    [/\bNOCREATEUSER\b/g, "NOSUPERUSER"],
    [/\bPASSWORD DISABLE\b/g, "PASSWORD NULL"],
    [/\bSYSDATE\b/g, "(clock_timestamp() AT TIME ZONE 'UTC')"],
    [/\bjson_extract_path_text\(json_serialize\(([\w.]+)\)/g, "jsonb_extract_path_text($1"],
    [/\bDATEDIFF\(millisecond, (\w+), (\w+)\)/g, "(extract(epoch FROM ($2 - $1)) * 1000)"],
    [/\bSTRTOL\(LEFT\(MD5\((\w+)\), 8\), 16\)/g, "('x' || left(md5($1), 8))::BIT(32)::BIGINT"],
    // Redshift unnests by naming the array in FROM.
    [
        /\bstage\.reasons AS reason\b/g,
        "jsonb_to_recordset(stage.reasons) AS reason (code TEXT, text TEXT, points INTEGER)",
    ],
];

/** What Redshift has besides. */
const PRELUDE = `
    CREATE FUNCTION json_parse(value TEXT) RETURNS JSONB LANGUAGE sql AS 'SELECT value::JSONB';
`;

/** A statement of Redshift as PostgreSQL takes it. */
export function translated(statement: string): string {
    return TRANSLATIONS.reduce((text, [from, to]) => text.replace(from, to), statement);
}

/** A warehouse in memory. */
export class TestWarehouse {
    readonly database = new PGlite();

    static async empty(): Promise<TestWarehouse> {
        const warehouse = new TestWarehouse();
        await warehouse.database.exec(PRELUDE);
        return warehouse;
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
