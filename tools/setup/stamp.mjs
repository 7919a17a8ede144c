import fs from "node:fs";
import path from "node:path";

/** @typedef {import("../paths.mjs").PlatformPaths} PlatformPaths */

/**
 * What a finished step left behind, or nothing. A damaged stamp counts as absent: the step is then done again.
 * @param {PlatformPaths} at
 * @param {string} step
 * @returns {unknown}
 */
export function readStamp(at, step) {
    try {
        return JSON.parse(fs.readFileSync(stampFile(at, step), "utf8"));
    } catch {
        return undefined;
    }
}

/**
 * Written only after the step has succeeded, and in one piece: a reader sees the old stamp or the new one.
 * @param {PlatformPaths} at
 * @param {string} step
 * @param {unknown} value
 */
export function writeStamp(at, step, value) {
    const file = stampFile(at, step);
    const partial = `${file}.${process.pid}.draft`;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(partial, `${JSON.stringify(value, undefined, 2)}\n`);
    fs.renameSync(partial, file);
}

/**
 * @param {PlatformPaths} at
 * @param {string} step
 */
export function removeStamp(at, step) {
    fs.rmSync(stampFile(at, step), { force: true });
}

/**
 * @param {PlatformPaths} at
 * @param {string} step
 */
function stampFile(at, step) {
    return path.join(at.setup, `${step}.json`);
}
