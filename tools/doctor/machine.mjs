import fs from "node:fs";
import path from "node:path";
import { findPython } from "../setup/find-python.mjs";
import { nodeVersionFault } from "../setup/node-version.mjs";
import { pythonStep } from "../setup/python.mjs";
import { fails, note, well } from "./finding.mjs";

/** @typedef {import("./finding.mjs").Finding} Finding */

/**
 * Node, Python, and a place to write to.
 * @type {import("./finding.mjs").Check}
 */
export async function machineOf(patient) {
    return [node(patient), production(patient), writable(patient), await python(patient)].flat();
}

/** @param {import("./finding.mjs").Patient} patient */
function node({ machine: { node: version, packageFile, platform, arch } }) {
    const fault = nodeVersionFault(packageFile, version);
    if (fault !== undefined) return [fails("node", ...splitOff(fault))];
    return [well("node", `${version} on ${platform} ${arch}`)];
}

/**
 * @param {string} text
 * @returns {[string, ...string[]]}
 */
function splitOff(text) {
    const [says = "", ...mend] = text.split("\n");
    return [says, ...mend];
}

/** @param {import("./finding.mjs").Patient} patient */
function production({ env }) {
    if (env.NODE_ENV !== "production") return [];
    const says =
        "is production, so npm itself leaves out what tests and checks need; npm run setup installs it all the same";
    return [note("NODE_ENV", says, "$ unset NODE_ENV")];
}

/** @param {import("./finding.mjs").Patient} patient */
function writable({ at }) {
    const place = fs.existsSync(at.platform) ? at.platform : at.root;
    try {
        fs.accessSync(place, fs.constants.W_OK);
        return [];
    } catch {
        return [fails("folder", `${place} cannot be written to, and all that the set-up makes lies there`)];
    }
}

/** @param {import("./finding.mjs").Patient} patient */
async function python({ at, env }) {
    const ready = fs.existsSync(path.join(at.root, "package.json")) ? pythonStep.ready(at, env) : undefined;
    if (ready !== undefined) return [well("python", ready)];
    try {
        const { command, version } = await findPython(env, new AbortController().signal);
        return [note("python", `${version} (${command}) is there; its environment is not made yet`, "$ npm run setup")];
    } catch (error) {
        const [says = "", ...mend] = (error instanceof Error ? error.message : String(error)).split("\n");
        return [fails("python", says, ...mend.map((line) => line.trim()))];
    }
}
