import fs from "node:fs";
import path from "node:path";
import { runChild } from "./child.mjs";
import { SetUpFailure } from "./failure.mjs";

/** Where NODE_ENV is production, npm would leave out what the tests and checks need, and the set-up would never be done. */
const WHOLE = ["--include=dev"];

/** @type {import("./context.mjs").SetUpStep} */
export const librariesStep = {
    title: "Libraries",

    ready(at) {
        const wanted = lockedPackages(path.join(at.root, "package-lock.json"));
        const installed = lockedPackages(installedLock(at));
        if (wanted === undefined || installed === undefined) return undefined;
        if (ofAnotherSystem(at, process).length > 0) return undefined;
        const complete = Object.entries(wanted).every(([place, entry]) => isInstalled(at, place, entry, installed));
        return complete ? `${Object.keys(installed).length} packages` : undefined;
    },

    async make({ at, env, signal, detail }) {
        if (!fs.existsSync(path.join(at.root, "package-lock.json"))) {
            throw new SetUpFailure(
                `package-lock.json is missing in ${at.root}. Restore it: git checkout package-lock.json`,
            );
        }
        // npm writes this file last. Without it an interrupted run is seen as what it is.
        fs.rmSync(installedLock(at), { force: true });
        const [command, ...first] = npmCommand(env);
        detail("npm ci");
        const { code, lines } = await runChild(command, [...first, "ci", ...WHOLE, "--no-audit", "--no-fund"], {
            cwd: at.root,
            env,
            signal,
        });
        if (code !== 0) {
            throw new SetUpFailure(
                [
                    "npm ci could not install the libraries. It said:",
                    ...lines.split("\n").map((line) => `  ${line}`),
                    "Mend what it names (often the network, the registry in .npmrc, or disk space), then run: npm run setup",
                ].join("\n"),
            );
        }
        return `${Object.keys(lockedPackages(installedLock(at)) ?? {}).length} packages`;
    },
};

/** @typedef {{ version?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[] }} LockedPackage */

/**
 * Installed packages that do not run here: npm installs none of these, so somebody copied node_modules from another system.
 * @param {import("../paths.mjs").PlatformPaths} at
 * @param {{ platform: string, arch: string }} machine
 */
export function ofAnotherSystem(at, { platform, arch }) {
    return Object.entries(lockedPackages(installedLock(at)) ?? {})
        .filter(([, { os, cpu }]) => !fits(os, platform) || !fits(cpu, arch))
        .map(([place]) => place.replace(/^.*node_modules\//, ""));
}

/**
 * npm lists what fits, or with an exclamation mark what does not.
 * @param {string[] | undefined} names
 * @param {string} name
 */
function fits(names, name) {
    if (names === undefined || names.includes("any")) return true;
    const [refused, wanted] = [names.filter((one) => one.startsWith("!")), names.filter((one) => !one.startsWith("!"))];
    return !refused.includes(`!${name}`) && (wanted.length === 0 || wanted.includes(name));
}

/**
 * npm's own record of what it installed.
 * @param {import("../paths.mjs").PlatformPaths} at
 */
function installedLock(at) {
    return path.join(at.nodeModules, ".package-lock.json");
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function lockedPackages(file) {
    try {
        return JSON.parse(fs.readFileSync(file, "utf8")).packages;
    } catch {
        return undefined;
    }
}

/**
 * @param {import("../paths.mjs").PlatformPaths} at
 * @param {string} place such as `node_modules/yaml`; empty for the project itself
 * @param {LockedPackage} wanted
 * @param {Record<string, LockedPackage>} installed
 */
function isInstalled(at, place, wanted, installed) {
    const found = installed[place];
    // Programs for other systems are optional and rightly absent.
    if (found === undefined) return place === "" || wanted.optional === true;
    return found.version === wanted.version && fs.existsSync(path.join(at.root, place));
}

/**
 * The npm that runs us, else the one on PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {[string, ...string[]]}
 */
export function npmCommand(env) {
    const script = env.npm_execpath;
    return script !== undefined && path.basename(script) === "npm-cli.js" ? [process.execPath, script] : ["npm"];
}
