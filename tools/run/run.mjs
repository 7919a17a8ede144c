import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { paths } from "../paths.mjs";
import { SetUpFailure } from "../setup/failure.mjs";
import { prepare } from "../setup/prepare.mjs";
import { endWithNpm } from "./end-with-npm.mjs";
import { runInForeground } from "./foreground.mjs";
import { helpFor } from "./help.mjs";
import { needsOf } from "./needs.mjs";
import { testRun } from "./test-run.mjs";

const usage = "Usage: node tools/run.mjs <file.ts> [arguments] | --mocha [arguments] | --pulumi [arguments]";

const lifeline = pathToFileURL(path.join(paths.root, "tools", "run", "lifeline.mjs")).href;

/**
 * Sets up what the command needs, then runs it.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code of the command, or of the set-up when that failed
 */
export async function run([what, ...args]) {
    const notRunnable = what?.startsWith("--") ? !["--mocha", "--pulumi"].includes(what) : !isFile(what);
    if (what === undefined || notRunnable) {
        process.stderr.write(`${what === undefined ? "" : `There is no ${what} to run.\n`}${usage}\n`);
        return 2;
    }
    const help = helpFor(what, args);
    if (help !== undefined) {
        process.stdout.write(help);
        return 0;
    }
    endWithNpm(process.env);
    const prepared = await prepare(needsOf(what, args));
    if (prepared !== 0) return prepared;
    try {
        if (what === "--mocha") return await runNode(testRun(args));
        if (what !== "--pulumi") return await runNode([...how(what), path.resolve(paths.root, what), ...args]);
        const { runPulumi } = await import("../pulumi/run-pulumi.mjs");
        return await runPulumi(args);
    } catch (error) {
        if (!(error instanceof SetUpFailure)) throw error;
        process.stderr.write(`${error.message}\n`);
        return 1;
    }
}

/**
 * What people wait for most often starts out of a bundle, everything else from its sources.
 * @param {string} what
 */
function how(what) {
    const often = ["access", "guard", "preview", "up", "baselines", "drift"].map((name) => `operations/${name}.ts`);
    return often.includes(what) ? [path.join(paths.root, "tools", "bundles", "start.cjs")] : ["--import", "tsx/esm"];
}

/** @param {string[]} args */
function runNode(args) {
    return runInForeground(process.execPath, ["--require", paths.plainErrors, "--import", lifeline, ...args], {
        cwd: paths.root,
        // The AWS SDK would tell each user of Node 20 to upgrade, in the middle of what the command has to say.
        env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true", ...process.env },
        lifeline: true,
    });
}

/** @param {string | undefined} file */
function isFile(file) {
    return file !== undefined && fs.existsSync(path.resolve(paths.root, file));
}
