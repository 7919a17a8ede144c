import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { setUpPython } from "../../../../local/services/python.ts";

/** Runs a script of this folder without the corrections named, and returns what it prints. */
export async function runPython(script: string, without: readonly string[] = []): Promise<string> {
    const { stdout } = await promisify(execFile)(setUpPython, ["-B", join(import.meta.dirname, script), ...without]);
    return stdout.trim();
}
