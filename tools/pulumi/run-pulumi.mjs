import { runInForeground } from "../run/foreground.mjs";
import { readEngineRecord } from "../setup/engine-record.mjs";
import { paths } from "../paths.mjs";
import { engineEnvironment } from "../engine-environment.mjs";

/** @param {string[]} args */
export async function runPulumi(args) {
    return await runInForeground(readEngineRecord(paths).binary, args, { cwd: paths.root, env: engineEnvironment({ standIn: true }) });
}
