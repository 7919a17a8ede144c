const fs = require("node:fs");
const { createRequire, Module } = require("node:module");
const path = require("node:path");
const vm = require("node:vm");
const { upToDate } = require("./up-to-date.cjs");

/** @typedef {import("./up-to-date.cjs").Bundle} Bundle */

/** What V8 knows of the code is kept when the process ends, or after this time in one that does not end by itself. */
const KEEP_AFTER_MILLISECONDS = 2_000;

/**
 * The exports of a source file, out of one bundle of it and all that it imports. The bundle is made again when a source,
 * a library or the way of bundling changed, so nobody has to know of it; where it cannot be kept it is made each time.
 * @param {string} entry a file of the repository, relative to its root
 * @param {{ besideSdk?: boolean, purpose?: string }} [options] `besideSdk`: Pulumi's SDK is not in the bundle but taken
 * from where the process has it; `purpose` tells apart processes that use different parts of the same bundle
 * @returns {any}
 */
function load(entry, { besideSdk = false, purpose = "" } = {}) {
    const bundle = upToDate(entry, besideSdk);
    const module = new Module(bundle.file);
    // Libraries that stay outside a bundle are those of Pulumi's SDK, which has some of its own.
    const require = createRequire(path.join(bundle.root, "node_modules", "@pulumi", "pulumi", "package.json"));
    const run = compile(bundle, purpose).runInThisContext();
    run.call(module.exports, module.exports, require, module, bundle.file, path.dirname(bundle.file));
    return module.exports;
}

/**
 * Compiled code is half the start of a process, so V8's is kept beside the bundle.
 * @param {Bundle} bundle
 * @param {string} purpose
 */
function compile({ file, code, kept }, purpose) {
    const cacheFile = `${file}.v8-${process.version}${purpose && `-${purpose}`}`;
    const cachedData = kept ? read(cacheFile) : undefined;
    const script = new vm.Script(
        // In one line with the first, so that the source map stays true.
        `(function (exports, require, module, __filename, __dirname) {${code ?? fs.readFileSync(file, "utf8")}\n})`,
        {
            filename: file,
            ...(cachedData && { cachedData }),
        },
    );
    if (kept && (cachedData === undefined || script.cachedDataRejected)) keepLater(script, cacheFile);
    return script;
}

/**
 * Once the process has used its functions, since only those that were called are compiled.
 * @param {vm.Script} script
 * @param {string} file
 */
function keepLater(script, file) {
    let done = false;
    const keep = () => {
        if (done) return;
        done = true;
        try {
            replace(file, script.createCachedData());
        } catch {
            // Without it the next process compiles again.
        }
    };
    process.once("exit", keep);
    setTimeout(keep, KEEP_AFTER_MILLISECONDS).unref();
}

/** @param {string} file */
function read(file) {
    try {
        return fs.readFileSync(file);
    } catch {
        return undefined;
    }
}

/**
 * Two processes may write the same file at once.
 * @param {string} file
 * @param {Buffer} content
 */
function replace(file, content) {
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, content);
    fs.renameSync(draft, file);
}

module.exports = { load };
