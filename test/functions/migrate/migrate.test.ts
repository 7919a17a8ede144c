import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { statementsOf } from "../../../functions/adapters/statements.ts";
import { StatementError, type Warehouse } from "../../../functions/adapters/warehouse.ts";
import { Members } from "../../../functions/migrate/group-members.ts";
import { migrate } from "../../../functions/migrate/migrate.ts";
import { migrationOf, readMigrations } from "../../../functions/migrate/migration.ts";
import { OvertakenError, type SecretVersions } from "../../../functions/migrate/secret-versions.ts";
import { MIGRATIONS, TestWarehouse, WAREHOUSE } from "../../analytics/support/redshift.ts";

const PREPARE = statementsOf(readFileSync(path.join(WAREHOUSE, "prepare.sql"), "utf8"));

/** The warehouse as the function sees it, on PostgreSQL. */
function portOf(database: TestWarehouse): Warehouse & { statements: string[] } {
    const statements: string[] = [];
    return {
        statements,
        async run(what, all) {
            statements.push(...all);
            await database.run(`${all.join(";\n")};`).catch((error: Error) => {
                throw new StatementError(`${what}: ${error.message}`);
            });
        },
        rows: async (_, statement) =>
            (await database.rows<Record<string, string | number>>(statement)).map((row) => Object.values(row)),
    };
}

class MemorySecret implements SecretVersions {
    readonly values: Record<string, string>[] = [];
    currentVersion: string | undefined;
    /** How many of the next promotions another run overtakes. */
    overtaken = 0;

    async current() {
        return this.currentVersion;
    }

    async propose(value: object) {
        this.values.push(value as Record<string, string>);
        return String(this.values.length);
    }

    async promote(version: string, before: string | undefined) {
        assert.equal(before, this.currentVersion);
        if (this.overtaken-- > 0) throw new OvertakenError("overtaken");
        this.currentVersion = version;
    }
}

describe("migrate", () => {
    let database: TestWarehouse;
    let secret: MemorySecret;
    let warehouse: ReturnType<typeof portOf>;
    let passwords: number;
    beforeEach(async () => {
        database = await TestWarehouse.empty();
        warehouse = portOf(database);
        secret = new MemorySecret();
        passwords = 0;
    });
    afterEach(() => database.close());

    const ports = () => ({
        warehouse,
        secret,
        place: { host: "compliance.example", port: 5439, dbname: "compliance" },
        newPassword: () => `password-${++passwords}`,
    });
    const all = readMigrations(MIGRATIONS);
    /** A migration after all that exist. */
    const next = (
        name: string,
        steps = 1,
        sql = `CREATE VIEW dashboard.v${steps} AS SELECT id FROM compliance.transactions;`,
    ) => migrationOf(`${String(all.length + steps).padStart(4, "0")}-${name}`, sql);
    const run = (migrations = all, members: Members = { loaders: ["load-1"] }) =>
        migrate(PREPARE, migrations, members, ports());

    it("applies what is pending in order, and the second time nothing", async () => {
        const more = [...all, next("more"), next("yet-more", 2)];
        assert.deepEqual(await run(), { applied: all.map(({ name }) => name), version: all.at(-1)?.name });
        const added = more.slice(all.length).map(({ name }) => name);
        assert.deepEqual(await run(more), { applied: added, version: added[1] });
        assert.deepEqual(await run(more), { applied: [], version: added[1] });
        assert.deepEqual(
            await database.rows("SELECT version, name, checksum FROM compliance.migrations ORDER BY version"),
            more.map(({ version, name, checksum }) => ({ version, name, checksum })),
        );
    });

    it("undoes a migration that fails, and tells which", async () => {
        const broken = next("broken", 1, "CREATE TABLE dashboard.half (id INTEGER); SELECT nothing;");
        await assert.rejects(run([...all, broken]), {
            message: `migration ${broken.name}: column "nothing" does not exist`,
        });
        assert.deepEqual(await database.rows("SELECT to_regclass('dashboard.half') AS half"), [{ half: null }]);
        assert.deepEqual(await database.rows("SELECT max(version) AS version FROM compliance.migrations"), [
            { version: all.length },
        ]);
    });

    it("runs nothing when what was applied is not how the build begins", async () => {
        await run();
        const statements = warehouse.statements.length;
        const edited = migrationOf("0001-transactions", "CREATE TABLE other (id INTEGER);");
        await assert.rejects(run([edited, ...all.slice(1)]), /0001-transactions was changed/);
        assert.equal(warehouse.statements.length, statements + PREPARE.length);
    });

    it("leaves a migration to another run that was faster", async () => {
        await run();
        const [mine, theirs] = [next("mine", 2), next("theirs")];
        const { run: plain } = warehouse;
        warehouse.run = async (what, statements) => {
            if (what.endsWith(theirs.name)) await plain(what, statements);
            await plain(what, statements);
        };
        assert.deepEqual((await run([...all, theirs, mine])).applied, [mine.name]);
        assert.deepEqual(await database.rows("SELECT count(*)::INT AS count FROM compliance.migrations"), [
            { count: all.length + 2 },
        ]);
    });

    it("lets the dashboards' user read the schema of dashboards, and nothing else", async () => {
        await run([...all, next("view")]);
        await database.database.exec("SET ROLE dashboards");
        assert.deepEqual(await database.rows("SELECT id FROM dashboard.v1"), []);
        for (const table of ["transactions", "migrations", "loads"]) {
            await assert.rejects(database.rows(`SELECT * FROM compliance.${table}`), /permission denied/, table);
        }
        await assert.rejects(database.database.exec("CREATE TABLE dashboard.mine (id INTEGER)"), /permission denied/);
    });

    const asUser = async (user: string, work: () => Promise<void>) => {
        await database.database.exec(`SET ROLE "${user}"`);
        await work();
        await database.database.exec("RESET ROLE");
    };

    it("lets who loads change what a load changes, and no more", async () => {
        await run();
        await asUser("IAMR:load-1", async () => {
            for (const allowed of [
                "SELECT id FROM compliance.transactions",
                "LOCK TABLE compliance.transactions",
                "DELETE FROM compliance.transaction_reasons",
                "CREATE TEMP TABLE arrived (id VARCHAR(128))",
            ]) {
                await database.database.exec(`BEGIN; ${allowed}; COMMIT`);
            }
            for (const refused of [
                "SELECT * FROM compliance.loads",
                "DELETE FROM compliance.loads",
                "SELECT * FROM compliance.migrations",
                "SELECT * FROM dashboard.scores",
                "DROP TABLE compliance.transactions",
                "CREATE TABLE compliance.mine (id INTEGER)",
            ]) {
                await assert.rejects(database.database.exec(refused), /permission denied|must be owner/, refused);
            }
        });
    });

    it("lets who compares read when which transaction came, and nothing of an account or an amount", async () => {
        await run(all, { reconcilers: ["reconcile-1"] });
        await asUser("IAMR:reconcile-1", async () => {
            await database.database.exec("SELECT id, source, received_at, scored_at FROM compliance.transactions");
            for (const refused of ["account_id", "amount_minor", "*"]) {
                const query = `SELECT ${refused} FROM compliance.transactions`;
                await assert.rejects(database.database.exec(query), /permission denied/, refused);
            }
        });
    });

    it("takes out of a group whoever is not named for it, and puts nobody in twice", async () => {
        await run();
        const members = () =>
            database.rows("SELECT groname, usename FROM pg_user JOIN pg_group ON usesysid = ANY (grolist)");
        assert.deepEqual(await members(), [{ groname: "loaders", usename: "IAMR:load-1" }]);
        const before = warehouse.statements.length;
        await run();
        assert.doesNotMatch(warehouse.statements.slice(before).join("\n"), /GROUP|IAMR/);
        await run(all, { loaders: ["load-2"], reconcilers: ["load-2"] });
        assert.deepEqual(await members(), [
            { groname: "loaders", usename: "IAMR:load-2" },
            { groname: "reconcilers", usename: "IAMR:load-2" },
        ]);
    });

    it("takes no name for a role that could be anything else in SQL", () => {
        assert.throws(() => Members.parse({ loaders: ['load" SUPERUSER'] }));
        assert.throws(() => Members.parse({ administrators: ["load-1"] }));
        assert.deepEqual(Members.parse({ loaders: ["load-1"] }), { loaders: ["load-1"] });
    });

    it("keeps the password in the secret only, and gives Redshift its hash", async () => {
        await run();
        assert.deepEqual(secret.values, [
            {
                engine: "redshift",
                host: "compliance.example",
                port: 5439,
                dbname: "compliance",
                username: "dashboards",
                password: "password-1",
            },
        ]);
        assert.equal(secret.currentVersion, "1");
        const hash = createHash("md5").update("password-1dashboards").digest("hex");
        const text = warehouse.statements.join("\n");
        assert.ok(text.includes(`CREATE USER dashboards PASSWORD 'md5${hash}'`));
        assert.ok(!text.includes("password-1"));
    });

    it("renews the password with each run, and begins again when another run overtakes it", async () => {
        await run();
        secret.overtaken = 1;
        await run();
        assert.equal(secret.currentVersion, "3");
        assert.match(warehouse.statements.join("\n"), /ALTER USER dashboards PASSWORD/);
        secret.overtaken = 3;
        await assert.rejects(run(), OvertakenError);
    });
});
