import { createHash } from "node:crypto";
import type { Warehouse } from "../adapters/warehouse.ts";
import { OvertakenError, type SecretVersions } from "./secret-versions.ts";

export const DASHBOARD_USER = "dashboards";
const SCHEMA = "dashboard";
const TRIES = 3;

export interface DashboardPorts {
    warehouse: Warehouse;
    secret: SecretVersions;
    /** Where the dashboards find the warehouse. */
    place: { host: string; port: number; dbname: string };
    /** A password that nobody can guess. */
    newPassword(): string;
}

/**
 * Gives the dashboards' user a new password, and exactly the right to read what is in their schema. The password lies
 * in the secret before the warehouse takes it, and becomes the current one after: whatever stops a run between, the next
 * one heals. When two run at once, the one that was overtaken begins again.
 */
export async function renewDashboardUser({ warehouse, secret, place, newPassword }: DashboardPorts): Promise<void> {
    for (let tries = 1; ; tries++) {
        const before = await secret.current();
        const password = newPassword();
        const version = await secret.propose({ engine: "redshift", ...place, username: DASHBOARD_USER, password });
        await warehouse.run("renewing the dashboards' user", await statements(warehouse, password));
        try {
            await secret.promote(version, before);
            return;
        } catch (error) {
            if (!(error instanceof OvertakenError) || tries === TRIES) throw error;
        }
    }
}

async function statements(warehouse: Warehouse, password: string): Promise<string[]> {
    const look = `SELECT usename FROM pg_user WHERE usename = '${DASHBOARD_USER}'`;
    const known = (await warehouse.rows("looking for the dashboards' user", look)).length > 0;
    const verb = known ? "ALTER" : "CREATE";
    return [
        // The Data API shows statements to others, so Redshift gets the hash that it would store itself.
        `${verb} USER ${DASHBOARD_USER} PASSWORD '${hashed(password)}' NOCREATEDB NOCREATEUSER`,
        `REVOKE ALL ON ALL TABLES IN SCHEMA compliance FROM ${DASHBOARD_USER}`,
        `REVOKE ALL ON SCHEMA compliance FROM ${DASHBOARD_USER}`,
        `REVOKE ALL ON ALL TABLES IN SCHEMA ${SCHEMA} FROM ${DASHBOARD_USER}`,
        `GRANT USAGE ON SCHEMA ${SCHEMA} TO ${DASHBOARD_USER}`,
        `GRANT SELECT ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${DASHBOARD_USER}`,
    ];
}

/** As Redshift documents it. No weakness of MD5 helps against a password of 384 random bits. */
function hashed(password: string): string {
    return `md5${createHash("md5").update(`${password}${DASHBOARD_USER}`).digest("hex")}`;
}
