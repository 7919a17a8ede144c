import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** The process of `parent.ts` and what it started. */
export interface DoomedParent {
    readonly process: ChildProcess;
    /** The process id of the services. */
    readonly pid: number;
    /** The process id of a function's worker that has a timer of its own. */
    readonly worker: number;
    readonly endpoint: string;
    /** Where the services keep their files. */
    readonly workFolder: string;
    /** Where the run file is. */
    readonly folder: string;
}

/** Starts the services in a process that a test can kill. */
export async function startDoomedParent(without: readonly string[] = []): Promise<DoomedParent> {
    const script = join(import.meta.dirname, "parent.ts");
    const parent = spawn(process.execPath, ["--import", "tsx", script, ...without], {
        stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await Promise.race([once(parent.stdout, "data"), once(parent, "exit")]);
    return { process: parent, ...JSON.parse(String(line)) };
}
