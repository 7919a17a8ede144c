import { execFileSync } from "node:child_process";
import { platform } from "node:process";

/** Lists every process with its whole command line and environment. */
const PS = platform === "darwin" ? ["-AEww"] : ["axeww"];

/**
 * Processes that a command with this folder for its data and temporary files has started, and those that they started: all
 * name it in their command line or environment, whatever became of their parents. Those of other tests do not.
 */
export function processesOf(folder: string): string[] {
    const listed = execFileSync("ps", [...PS, "-o", "pid=,args="], { encoding: "utf8", maxBuffer: 2 ** 28 });
    return listed.split("\n").filter((line) => line.includes(folder));
}
