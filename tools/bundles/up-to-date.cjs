const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { replace } = require("./kept-files.cjs");
const { hashOf, onlyTouched } = require("./sources.cjs");

const root = path.resolve(__dirname, "..", "..");
const maker = path.join(__dirname, "make.mjs");
const largestBundleBytes = 64 * 1024 * 1024;

/**
 * @typedef {object} Bundle
 * @property {string} root the repository
 * @property {string} file where the bundle lies, or would lie if the cache could be written
 * @property {boolean} kept it lies there
 * @property {string} [code] given when it does not
 */

/**
 * What a bundle was made of.
 * @typedef {object} Recipe
 * @property {string} root the repository: copies of it may share a cache
 * @property {string} file name of the bundle
 * @property {import("./sources.cjs").Source[]} sources
 */

/**
 * The bundle of a source file, made now if there is none or something changed.
 * @param {string} entry
 * @param {boolean} [besideSdk] without Pulumi's SDK in it
 * @param {string} [cache] folder of the bundles
 * @returns {Bundle}
 */
function upToDate(entry, besideSdk = false, cache = path.join(root, ".platform", "cache")) {
    const file = keptBundle(recipeFile(cache, entry));
    return file === undefined ? make(entry, besideSdk, cache) : { root, file, kept: true };
}

/** @param {string} recipeFile */
function keptBundle(recipeFile) {
    try {
        /** @type {Recipe} */
        const recipe = JSON.parse(fs.readFileSync(recipeFile, "utf8"));
        const file = path.join(path.dirname(recipeFile), recipe.file);
        const touched = onlyTouched(root, recipe.sources);
        if (touched === undefined || !fs.existsSync(file)) return;
        if (touched.length > 0) noteTimes(recipeFile, recipe);
        return file;
    } catch {
        // No recipe, not a recipe, or a source is gone.
        return;
    }
}

/**
 * @param {string} recipeFile
 * @param {Recipe} recipe
 */
function noteTimes(recipeFile, recipe) {
    for (const source of recipe.sources) source.time = fs.statSync(path.resolve(root, source.path)).mtimeMs;
    replace(recipeFile, JSON.stringify(recipe));
}

/**
 * In a process of its own, because whoever needs a bundle cannot wait for a promise.
 * @param {string} entry
 * @param {boolean} besideSdk
 * @param {string} cache
 * @returns {Bundle}
 */
function make(entry, besideSdk, cache) {
    const { status, stdout, stderr, error } = spawnSync(
        process.execPath,
        [maker, entry, cache, ...(besideSdk ? ["beside-sdk"] : [])],
        {
            cwd: root,
            encoding: "utf8",
            maxBuffer: largestBundleBytes,
            // Options of this process, such as a profiler, are not meant for it.
            env: { ...process.env, NODE_OPTIONS: "" },
        },
    );
    if (status !== 0) throw new Error(`${entry} cannot be bundled:\n${error?.message ?? stderr.trim()}`);
    return { root, ...JSON.parse(stdout) };
}

/**
 * @param {string} cache
 * @param {string} entry
 */
function recipeFile(cache, entry) {
    return path.join(cache, `${bundleName(entry)}.json`);
}

/**
 * Readable, and another one for each entry of each copy of the repository.
 * @param {string} entry
 */
function bundleName(entry) {
    return `bundle-${entry.replace(/\.\w+$/, "").replace(/\W+/g, "-")}-${hashOf(root).slice(0, 8)}`;
}

module.exports = { root, upToDate, recipeFile, bundleName };
