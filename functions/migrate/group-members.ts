import * as z from "zod/mini";
import type { Warehouse } from "../adapters/warehouse.ts";

/** The groups that migrations give rights to. */
export const GROUPS = ["loaders", "reconcilers"] as const;

const RoleName = z.string().check(z.regex(/^[\w+=,.@-]{1,64}$/));

/** By group the names of the IAM roles whose functions log in as its members; a group that is left out gets none. */
export const Members = z.partialRecord(z.enum(GROUPS), z.array(RoleName));
export type Members = z.infer<typeof Members>;

/** Makes the groups that are missing, which migrations cannot: Redshift refuses a second one of the same name. */
export async function makeGroups(warehouse: Warehouse): Promise<void> {
    const rows = await warehouse.rows("looking for the groups", "SELECT groname FROM pg_group");
    const known = rows.map(([name]) => name);
    const missing = GROUPS.filter((group) => !known.includes(group));
    if (missing.length === 0) return;
    await warehouse.run(
        "making the groups",
        missing.map((group) => `CREATE GROUP ${group}`),
    );
}

/** Makes a user for each role and puts him into his group. Whoever else is in a group is taken out. */
export async function fillGroups(warehouse: Warehouse, members: Members): Promise<void> {
    const rows = await warehouse.rows(
        "looking for the members of the groups",
        "SELECT groname, usename FROM pg_user JOIN pg_group ON usesysid = ANY (grolist)",
    );
    const users = await warehouse.rows("looking for the users", "SELECT usename FROM pg_user");
    const statements: string[] = [];
    const known = new Set(users.map(([name]) => name));
    for (const group of GROUPS) {
        const wanted = (members[group] ?? []).map(userOf);
        const present = rows.filter(([name]) => name === group).map(([, user]) => String(user));
        for (const user of wanted.filter((one) => !known.has(one))) {
            // Nobody can log in as him but the role, to which AWS gives a password of minutes.
            statements.push(`CREATE USER "${user}" PASSWORD DISABLE`);
            known.add(user);
        }
        const missing = wanted.filter((user) => !present.includes(user));
        const others = present.filter((user) => !wanted.includes(user));
        statements.push(...missing.map((user) => `ALTER GROUP ${group} ADD USER "${user}"`));
        statements.push(...others.map((user) => `ALTER GROUP ${group} DROP USER "${user}"`));
    }
    if (statements.length > 0) await warehouse.run("filling the groups", statements);
}

/** What AWS calls the user of a role. */
function userOf(role: string): string {
    return `IAMR:${role}`;
}
