import fs from "node:fs";
import path from "node:path";
import { localStack } from "./stacks.mjs";

/** @typedef {import("../paths.mjs").PlatformPaths} PlatformPaths */

/**
 * The stack of a command that names none. Pulumi remembers one for each home folder, and stand-in runs have their own:
 * so the wrapper remembers it for both. Nothing selected means the stack that cannot harm anybody.
 * @param {PlatformPaths} at
 * @param {NodeJS.ProcessEnv} env
 */
export function selectedStack(at, env) {
    if (env.PULUMI_STACK) return env.PULUMI_STACK;
    try {
        return fs.readFileSync(fileOf(at), "utf8").trim() || localStack;
    } catch {
        return localStack;
    }
}

/**
 * @param {PlatformPaths} at
 * @param {string} stack
 */
export function rememberStack(at, stack) {
    fs.writeFileSync(fileOf(at), `${stack}\n`);
}

/** @param {PlatformPaths} at */
function fileOf(at) {
    return path.join(at.platform, "selected-stack");
}
