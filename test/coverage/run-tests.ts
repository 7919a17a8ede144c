import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { paths } from "../../tools/paths.mjs";
import { runInForeground } from "../../tools/run/foreground.mjs";

const HOOK = new URL("hook.mjs", import.meta.url).href;
const LIFELINE = pathToFileURL(join(paths.root, "tools", "run", "lifeline.mjs")).href;
const MOCHA = join(paths.nodeModules, "mocha", "lib", "cli", "cli.js");

/** Runs the tests in a process that writes what it ran of each module to `folder`, as those that it starts do; the exit code. */
export function runTests(tests: readonly string[], folder: string): Promise<number> {
    return runInForeground(process.execPath, ["--import", LIFELINE, "--enable-source-maps", MOCHA, ...tests], {
        cwd: paths.root,
        env: { ...process.env, NODE_OPTIONS: `--import=${HOOK}`, NODE_V8_COVERAGE: folder },
        lifeline: true,
    });
}
