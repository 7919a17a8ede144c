import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { paths } from "../../tools/paths.mjs";
import { runInForeground } from "../../tools/run/foreground.mjs";

const HOOK = new URL("hook.mjs", import.meta.url).href;
const LIFELINE = pathToFileURL(join(paths.root, "tools", "run", "lifeline.mjs")).href;
const MOCHA = join(paths.nodeModules, "mocha", "lib", "cli", "cli.js");

/** Makes a process, and those that it starts, write what it ran of each module to `folder` when it ends. */
export function measuredEnvironment(folder: string): NodeJS.ProcessEnv {
    return { ...process.env, NODE_OPTIONS: `--import=${HOOK}`, NODE_V8_COVERAGE: folder };
}

/** Runs the tests in a process whose coverage goes to `folder`; the exit code. */
export function runTests(tests: readonly string[], folder: string): Promise<number> {
    return runInForeground(process.execPath, ["--import", LIFELINE, "--enable-source-maps", MOCHA, ...tests], {
        cwd: paths.root,
        env: measuredEnvironment(folder),
        lifeline: true,
    });
}
