import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { paths } from "../../tools/paths.mjs";

/** Where runs keep their copies of the sources; ignored, and each run has a folder of its own there. */
const ALL = path.join(paths.platform, "mutation");

/** The folder of this run. It goes when the run ends in whatever way; one that a killed run left goes now. */
export function ownSandbox(all: string = ALL): string {
    for (const name of namesIn(all)) if (/^\d+$/.test(name) && !isRunning(Number(name))) remove(path.join(all, name));
    const own = path.join(all, String(process.pid));
    process.on("exit", () => remove(own));
    return own;
}

function namesIn(folder: string): string[] {
    try {
        return readdirSync(folder);
    } catch {
        return [];
    }
}

function isRunning(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}

function remove(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
}
