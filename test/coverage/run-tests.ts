import { spawn } from "node:child_process";
import { join } from "node:path";
import { paths } from "../../tools/paths.mjs";

const HOOK = new URL("hook.mjs", import.meta.url).href;
const MOCHA = join(paths.nodeModules, "mocha", "lib", "cli", "cli.js");

/** Runs the tests in a process that writes what it ran of each module to `folder`, as those that it starts do; the exit code. */
export function runTests(tests: readonly string[], folder: string): Promise<number> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, ["--enable-source-maps", MOCHA, ...tests], {
            cwd: paths.root,
            env: { ...process.env, NODE_OPTIONS: `--import=${HOOK}`, NODE_V8_COVERAGE: folder },
            stdio: "inherit",
        });
        child.on("error", reject);
        child.on("exit", (code) => resolve(code ?? 1));
    });
}
