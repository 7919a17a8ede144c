import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/** Another process, of this folder or of a copy of it, may still be reading what is younger. */
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Removes the files of a kind that nobody has made for a day, with what lies beside them. */
export function removeOthers(folder: string, kind: string, newest: string): void {
    const before = Date.now() - KEPT_MILLISECONDS;
    for (const name of readdirSync(folder)) {
        if (!name.startsWith(`${kind}-`) || name.startsWith(basename(newest))) continue;
        const file = join(folder, name);
        if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? before) < before) rmSync(file, { force: true });
    }
}
