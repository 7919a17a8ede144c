import path from "node:path";
import { runChild } from "../child.mjs";
import { findProgram } from "../find-program.mjs";
import { compare, numbers } from "../node-version.mjs";
import { oldestEngine } from "./pinned.mjs";

/** @typedef {import("../context.mjs").SetUpContext} SetUpContext */
/** @typedef {import("./route-result.mjs").RouteResult} RouteResult */

/**
 * Route 1: the engine the person already has.
 * @param {SetUpContext} context
 * @returns {Promise<RouteResult>}
 */
export async function engineOnPath({ at, env, signal }) {
    const binary = pulumiOnPath(at, env);
    if (binary === undefined) return { reason: "there is no pulumi on PATH" };
    const options = { env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "1" }, signal, limitSeconds: 120 };
    const { code, stdout, lines } = await runChild(binary, ["version"], options);
    const version = /^v?(\d+\.\d+\.\d+\S*)$/m.exec(stdout.trim())?.[1];
    if (code !== 0 || version === undefined) {
        return { reason: `${binary} does not tell its version: ${lines || `exit code ${code}`}` };
    }
    if (compare(numbers(version), numbers(oldestEngine)) < 0) {
        return { reason: `${binary} is ${version}, older than ${oldestEngine}` };
    }
    if (numbers(version)[0] !== numbers(oldestEngine)[0]) {
        return { reason: `${binary} is ${version}; this platform is made for major version 3` };
    }
    return { engine: { route: "path", binary, version } };
}

/**
 * A shell that was started by one of our own commands has our engine in front, which is not meant.
 * @param {import("../../paths.mjs").PlatformPaths} at
 * @param {NodeJS.ProcessEnv} env
 */
export function pulumiOnPath(at, env) {
    return findProgram("pulumi", env.PATH, [path.join(at.engine, "bin")]);
}
