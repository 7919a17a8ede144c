import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FIELDS } from "../../../contract/transaction/transaction.ts";
import { statementsOf } from "../../../functions/adapters/statements.ts";
import { TABLES } from "../../../infra/query/tables.ts";
import { MIGRATIONS, TestWarehouse, warehouseFiles } from "../support/redshift.ts";

/** What PostgreSQL has and Redshift has not, or not inside a transaction, which a migration always is. */
const MISSING_IN_REDSHIFT: Readonly<Record<string, RegExp>> = {
    "SERIAL: use IDENTITY": /\b(BIG|SMALL)?SERIAL\b/i,
    "JSON types: use SUPER": /\bJSONB?\b(?! ')/i,
    "UUID: use CHAR(36)": /\bUUID\b/i,
    "arrays: use SUPER": /\w\[\d*\]|\bARRAY\b/i,
    "ON CONFLICT: use MERGE under a lock": /\bON CONFLICT\b/i,
    "RETURNING: read it back": /\bRETURNING\b/i,
    "indexes: use SORTKEY": /\bCREATE (UNIQUE )?INDEX\b/i,
    "CHECK constraints": /\bCHECK \(/i,
    "triggers: do it in the load": /\bTRIGGER\b/i,
    "enumerated types: use VARCHAR": /\bCREATE (TYPE|DOMAIN)\b/i,
    "anonymous blocks": /\bDO \$\$/i,
    "generated columns": /\bGENERATED ALWAYS AS \(/i,
    "a condition on a branch of MERGE": /\bWHEN (NOT )?MATCHED AND\b/i,
    "aggregates with FILTER": /\bFILTER \(/i,
    LATERAL: /\bLATERAL\b/i,
    "SQL that cannot run in a transaction":
        /\b(VACUUM|CREATE DATABASE|ALTER TABLE \S+ APPEND|CREATE EXTERNAL TABLE)\b/i,
    "a column of a view that is a literal, which Redshift leaves without a type: CAST it":
        /(?:SELECT|,)\s*(?:'[^']*'|NULL)\s+AS\b/i,
    "a change of type of a column that is in use": /\bALTER COLUMN \w+ TYPE (?!VARCHAR)/i,
};

/** One transaction of the Data API, less the lock, the check and the entry that surround a migration. */
const MOST_STATEMENTS = 37;

const migrations = readdirSync(MIGRATIONS).sort();

describe("the migrations of the warehouse", () => {
    let warehouse: TestWarehouse;
    before(async () => {
        warehouse = await TestWarehouse.migrated();
    });
    after(() => warehouse.close());

    it("are numbered without a gap, and named", () => {
        for (const [index, file] of migrations.entries()) {
            assert.match(file, /^\d{4}-[a-z]+(-[a-z]+)*\.sql$/);
            assert.equal(Number(file.slice(0, 4)), index + 1, file);
        }
    });

    for (const { file, sql } of warehouseFiles()) {
        it(`${file} says what it is for, and uses nothing that Redshift lacks`, () => {
            assert.match(sql, /^-- Purpose: .+\n/);
            const code = statementsOf(sql).join(";\n");
            const found = Object.entries(MISSING_IN_REDSHIFT).filter(([, pattern]) => pattern.test(code));
            assert.deepEqual(
                found.map(([name]) => name),
                [],
            );
            assert.ok(statementsOf(sql).length <= MOST_STATEMENTS);
        });
    }

    it("can be run again without a change, but where one adds a column: the lock alone sees to that once", async () => {
        for (const file of migrations) {
            const sql = readFileSync(path.join(MIGRATIONS, file), "utf8");
            // Redshift cannot add a column only if it is missing.
            if (/\bADD COLUMN\b/.test(sql)) await assert.rejects(warehouse.run(sql), /already exists/);
            else await warehouse.run(sql);
        }
    });

    it("make a column for each member of a record", async () => {
        const columns = await columnsOf("transactions");
        const known = new Set(columns.map((column) => column.replaceAll("_", "")));
        // The reasons have a table of their own.
        const members = Object.keys(TABLES.transactions.columns).filter((member) => member !== "reasons");
        assert.deepEqual(
            members.filter((member) => !known.has(member)),
            [],
        );
        assert.ok(FIELDS.every((field) => known.has(field.toLowerCase())));
    });

    it("keep nothing of a person in the quarantine", async () => {
        assert.deepEqual(await columnsOf("quarantine"), [
            "file",
            "line",
            "loaded_at",
            "origin",
            "reason",
            "refused_at",
            "source",
        ]);
    });

    it("let nobody use a schema by default", async () => {
        await warehouse.database.exec("CREATE ROLE somebody");
        for (const schema of ["public", "compliance", "dashboard"]) {
            const sql = `SELECT has_schema_privilege('somebody', '${schema}', 'USAGE') AS allowed`;
            assert.deepEqual(await warehouse.rows(sql), [{ allowed: false }], schema);
        }
    });

    async function columnsOf(table: string): Promise<string[]> {
        const sql = `SELECT column_name FROM information_schema.columns
            WHERE table_schema = 'compliance' AND table_name = '${table}' ORDER BY column_name`;
        return (await warehouse.rows<{ column_name: string }>(sql)).map(({ column_name }) => column_name);
    }
});
