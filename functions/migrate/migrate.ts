import { CollisionError, StatementError, type Warehouse } from "../adapters/warehouse.ts";
import { type DashboardPorts, renewDashboardUser } from "./dashboard-user.ts";
import { fillGroups, type Members, makeGroups } from "./group-members.ts";
import { type Applied, type Migration, pending } from "./migration.ts";

export interface Ports extends DashboardPorts {
    warehouse: Warehouse;
}

export interface Outcome {
    /** The migrations that this run applied, by name. */
    applied: string[];
    /** The last one that the warehouse now has. */
    version: string;
}

/**
 * Brings the warehouse to the build's last migration, then fills the groups and renews the dashboards' user. Several runs at once do no harm:
 * each migration is applied under a lock, by whoever gets there first.
 */
export async function migrate(
    prepare: string[],
    migrations: Migration[],
    members: Members,
    ports: Ports,
): Promise<Outcome> {
    const { warehouse } = ports;
    await warehouse.run("preparing the warehouse", prepare);
    await makeGroups(warehouse);
    const done: string[] = [];
    let applied = await readApplied(warehouse);
    for (let [next] = pending(migrations, applied); next !== undefined; [next] = pending(migrations, applied)) {
        if (await apply(warehouse, next)) done.push(next.name);
        applied = await readApplied(warehouse);
    }
    await fillGroups(warehouse, members);
    await renewDashboardUser(ports);
    return { applied: done, version: applied.at(-1)?.name ?? "none" };
}

/** Whether this run applied it; another one may have been faster. */
async function apply(warehouse: Warehouse, migration: Migration): Promise<boolean> {
    try {
        await warehouse.run(`migration ${migration.name}`, underLock(migration));
        return true;
    } catch (error) {
        if (!(error instanceof StatementError || error instanceof CollisionError)) throw error;
        const applied = await readApplied(warehouse);
        if (applied.some(({ version }) => version === migration.version)) return false;
        throw error;
    }
}

/** The lock makes a second run wait; the check then fails for it, which undoes the whole of it. */
function underLock({ version, name, checksum, statements }: Migration): string[] {
    return [
        "LOCK TABLE compliance.migrations",
        `SELECT 1 / CASE WHEN count(*) = ${version - 1} THEN 1 ELSE 0 END FROM compliance.migrations`,
        ...statements,
        `INSERT INTO compliance.migrations (version, name, checksum) VALUES (${version}, '${name}', '${checksum}')`,
    ];
}

async function readApplied(warehouse: Warehouse): Promise<Applied[]> {
    const rows = await warehouse.rows(
        "reading which migrations were applied",
        "SELECT version, name, checksum FROM compliance.migrations ORDER BY version",
    );
    return rows.map(([version, name, checksum]) => ({
        version: Number(version),
        name: String(name),
        checksum: String(checksum),
    }));
}
