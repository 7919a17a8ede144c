import { spawnSync } from "node:child_process";

/** Whether a process runs. One that has ended but was not yet collected by its parent does not. */
export function runs(pid: number): boolean {
    const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
    return /^[^Z\s]/.test(stdout.trim());
}
