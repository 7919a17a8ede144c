import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { PEERS } from "./versions.ts";

const FOLDER = join(paths.platform, "bench", "peers");

/** Brings the pinned peers into an ignored folder, unless they are there, and the program that they are measured with. */
export async function bringPeers(): Promise<string> {
    const wanted = `${JSON.stringify({ private: true, type: "module", dependencies: PEERS }, null, 2)}\n`;
    const packageFile = join(FOLDER, "package.json");
    const installed = join(FOLDER, "installed.json");
    await mkdir(FOLDER, { recursive: true });
    await copyFile(join(import.meta.dirname, "cdk-app.mjs"), join(FOLDER, "cdk-app.mjs"));
    if ((await readFile(installed, "utf8").catch(() => "")) === wanted) return FOLDER;
    await writeFile(packageFile, wanted);
    await promisify(execFile)("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: FOLDER });
    // Written last, so that an installation which was interrupted is done again.
    await writeFile(installed, wanted);
    return FOLDER;
}
