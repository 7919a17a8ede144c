import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { runChild } from "./child.mjs";
import { SetUpFailure } from "./failure.mjs";
import { findPython } from "./find-python.mjs";
import { readStamp, removeStamp, writeStamp } from "./stamp.mjs";

/** @typedef {import("../paths.mjs").PlatformPaths} PlatformPaths */
/** @typedef {{ wanted: string, version: string, asked?: string }} PythonStamp */

/** @type {import("./context.mjs").SetUpStep} */
export const pythonStep = {
    title: "Python",

    ready(at, env) {
        const stamp = /** @type {PythonStamp | undefined} */ (readStamp(at, "python"));
        if (stamp?.wanted !== wantedPython(at) || !fs.existsSync(environmentPython(at))) return undefined;
        // A shell without the variable takes what is there, or two shells would undo each other's environment.
        return env.PYTHON && env.PYTHON !== stamp.asked ? undefined : describe(stamp.version);
    },

    async make(context) {
        const { at, env, signal, detail } = context;
        const { command, version } = await findPython(env, signal);
        // An environment cannot be moved, so it is made in place; without its stamp it counts as absent.
        removeStamp(at, "python");
        fs.rmSync(at.python, { recursive: true, force: true });
        detail(`making an environment with ${command}`);
        await mustRun(context, command, ["-m", "venv", at.python]);
        const quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"];
        // Most modules of these packages are never loaded: Python compiles the others when it first loads them.
        const pip = ["-m", "pip", "install", "--no-compile", ...quiet];
        await mustRun(context, environmentPython(at), [...pip, ...requirements(at).flatMap((file) => ["-r", file])]);
        if (!signal.aborted) writeStamp(at, "python", { wanted: wantedPython(at), version, asked: env.PYTHON });
        return describe(version);
    },
};

/**
 * @param {import("./context.mjs").SetUpContext} context
 * @param {string} command
 * @param {string[]} args
 */
async function mustRun({ at, env, signal, detail }, command, args) {
    // Settings of a Python that is active in the person's shell would lead outside the environment.
    const { PYTHONHOME, PYTHONPATH, VIRTUAL_ENV, ...clean } = env;
    const onLine = (/** @type {string} */ line) => detail(line.trim());
    const { code, lines } = await runChild(command, args, { cwd: at.root, env: clean, signal, onLine });
    if (code === 0) return;
    throw new SetUpFailure(
        [
            `The Python environment of the local AWS services could not be made: ${command} ${args.join(" ")}`,
            ...lines.split("\n").map((line) => `  ${line}`),
            "Mend what it names (often the network or the package index of pip), then run: npm run setup",
        ].join("\n"),
    );
}

/** @param {PlatformPaths} at */
function environmentPython(at) {
    return path.join(at.python, "bin", "python");
}

/** @param {PlatformPaths} at */
function requirements(at) {
    return [at.pythonRequirements, at.modelRequirements, at.workflowRequirements];
}

/**
 * Changes when the environment has to be made anew.
 * @param {PlatformPaths} at
 */
export function wantedPython(at) {
    const hash = crypto.createHash("sha256");
    for (const file of requirements(at)) hash.update(fs.readFileSync(file));
    return hash.update(`${at.python}\n`).digest("hex");
}

/** @param {string | undefined} version */
function describe(version) {
    return `Python ${version} with the local AWS services`;
}
