import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { statementsOf } from "../../../functions/adapters/statements.ts";
import { type Applied, migrationOf, pending, readMigrations } from "../../../functions/migrate/migration.ts";

const [one, two, three] = ["0001-one", "0002-two", "0003-three"].map((name) => migrationOf(name, `SELECT '${name}';`));
assert.ok(one && two && three);

describe("the statements of a file", () => {
    it("end with a semicolon, but not within quotes or comments", () => {
        const sql = "-- a; comment\nSELECT ';', 'it''s', \"odd;name\"; -- more\n\nSELECT 2\n    FROM t;\n-- last\n";
        assert.deepEqual(statementsOf(sql), ["SELECT ';', 'it''s', \"odd;name\"", "SELECT 2\n    FROM t"]);
    });

    it("need no semicolon at the end", () => assert.deepEqual(statementsOf("SELECT 1"), ["SELECT 1"]));
});

describe("the migrations that are pending", () => {
    const applied = (...migrations: Applied[]) => migrations;

    it("are those after the last that was applied", () => {
        assert.deepEqual(pending([one, two, three], []), [one, two, three]);
        assert.deepEqual(pending([one, two, three], applied(one)), [two, three]);
        assert.deepEqual(pending([one], applied(one)), []);
    });

    it("are none when one was changed after it was applied", () => {
        const edited = migrationOf("0001-one", "SELECT 2;");
        assert.throws(() => pending([edited, two], applied(one)), {
            name: "MigrationError",
            message:
                "migration 0001-one was changed after it was applied: restore the file as it was, and write the change as 0003",
        });
    });

    it("are none when the build lacks one that was applied", () => {
        assert.throws(() => pending([one], applied(one, two)), {
            message:
                "migration 0002-two was applied to the warehouse, but this build lacks it: deploy a commit that has it; what was applied is never taken back",
        });
    });

    it("are none when one was put in before one that was applied", () => {
        const late = migrationOf("0002-late", "SELECT 1;");
        assert.throws(() => pending([one, late, three], applied(one, three)), {
            message: "migration 0002-late was not applied, but the later 0003-three was: renumber 0002-late",
        });
    });
});

describe("a folder of migrations", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const write = (name: string, sql = "SELECT 1;") => writeFileSync(path.join(folder, name), sql);

    it("is read by number, whatever else lies there", () => {
        write("0002-two.sql");
        write("0001-one.sql");
        write("README.md");
        assert.deepEqual(
            readMigrations(folder).map(({ name }) => name),
            ["0001-one", "0002-two"],
        );
    });

    it("is refused with a gap, a number twice, an odd name, or a file of too many statements or none", () => {
        const refusals: [string, string, string][] = [
            ["0003-three.sql", "SELECT 1;", "migration 0003-three must have the number 0002: numbers have no gaps"],
            ["0001-other.sql", "SELECT 1;", "migration 0001-other must have the number 0002: numbers have no gaps"],
            ["two.sql", "SELECT 1;", "migration two must be named like 0001-transactions"],
            [
                "0002-two.sql",
                "SELECT 1;".repeat(38),
                "migration 0002-two has 38 statements; it must have 1 to 37, so split it",
            ],
            ["0002-two.sql", "-- nothing", "migration 0002-two has 0 statements; it must have 1 to 37, so split it"],
        ];
        for (const [name, sql, message] of refusals) {
            write("0001-one.sql");
            write(name, sql);
            assert.throws(() => readMigrations(folder), { message });
            rmSync(path.join(folder, name));
        }
    });
});
