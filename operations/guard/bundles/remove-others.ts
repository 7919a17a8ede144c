import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

/** Removes the older files of a kind, with what lies beside them. */
export function removeOthers(folder: string, kind: string, newest: string): void {
    const older = new RegExp(`^${kind}-[0-9a-f]{16}\\.cjs`);
    for (const name of readdirSync(folder)) {
        if (older.test(name) && !name.startsWith(basename(newest))) rmSync(join(folder, name), { force: true });
    }
}
