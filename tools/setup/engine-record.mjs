import fs from "node:fs";
import path from "node:path";
import { SetUpFailure } from "./failure.mjs";
import { findProgram } from "./find-program.mjs";
import { readStamp, writeStamp } from "./stamp.mjs";

export const languageHostName = "pulumi-language-nodejs";

/**
 * @typedef {object} EngineRecord
 * @property {"path" | "installer" | "modules"} route how the engine was found
 * @property {string} version
 * @property {string} binary the absolute path of the Pulumi CLI
 * @property {"official" | "ours"} languageHost
 * @property {string} fingerprint changes when the file behind `binary` does
 * @property {string | undefined} [passedOver] the fingerprint of a Pulumi CLI on PATH that is not fit
 * @property {string} wanted the fingerprint of what was asked for, such as the pinned modules
 */

/**
 * The engine that the set-up found or built.
 * @param {import("../paths.mjs").PlatformPaths} at
 * @returns {EngineRecord}
 */
export function readEngineRecord(at) {
    const record = readValidEngineRecord(at);
    if (record === undefined) throw new SetUpFailure("The Pulumi engine is not set up yet. Run: npm run setup");
    return record;
}

/**
 * @param {import("../paths.mjs").PlatformPaths} at
 * @returns {EngineRecord | undefined} nothing when there is no engine, or another file lies in its place
 */
export function readValidEngineRecord(at) {
    const record = /** @type {EngineRecord | undefined} */ (readStamp(at, "engine"));
    if (record === undefined || fingerprintOf(record.binary) !== record.fingerprint) return undefined;
    // A copied repository must not go on using the engine inside the original.
    if (record.route !== "path" && !record.binary.startsWith(at.engine + path.sep)) return undefined;
    return record;
}

/**
 * @param {import("../paths.mjs").PlatformPaths} at
 * @param {EngineRecord} record
 */
export function writeEngineRecord(at, record) {
    writeStamp(at, "engine", record);
}

/**
 * Cheap enough for every start: a program that was replaced has another size or another time.
 * @param {string} file
 */
export function fingerprintOf(file) {
    try {
        const { size, mtimeMs } = fs.statSync(file);
        return `${size}-${Math.floor(mtimeMs)}`;
    } catch {
        return undefined;
    }
}

/**
 * The official distribution brings its language host beside the CLI; one from a package manager may have it on PATH.
 * A shell that one of our commands started has ours there.
 * @param {string} binary
 * @param {string | undefined} searchPath
 * @param {string} ours the folder of our own language host
 * @returns {"official" | "ours"}
 */
export function languageHostFor(binary, searchPath, ours) {
    const beside = [path.dirname(binary), path.dirname(fs.realpathSync(binary))].join(path.delimiter);
    const found = findProgram(languageHostName, `${beside}${path.delimiter}${searchPath ?? ""}`, [ours]);
    return found === undefined || fs.realpathSync(found).startsWith(ours + path.sep) ? "ours" : "official";
}
