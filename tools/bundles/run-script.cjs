const fs = require("node:fs");
const { Module } = require("node:module");
const path = require("node:path");
const vm = require("node:vm");
const { read, replace } = require("./kept-files.cjs");

/**
 * Runs a bundle and gives its exports. Compiling it is half the start of a process, so V8's own form of the code is kept
 * beside it.
 * @param {string} file
 * @param {object} options
 * @param {(specifier: string) => unknown} options.require what the bundle asks for libraries outside it
 * @param {string} [options.code] what is in the file, where that could not be kept; neither is V8's form of it then
 * @param {string} [options.purpose] tells apart processes that use different parts of the same bundle
 * @param {number} [options.keepAfterMilliseconds] keeps V8's form after this time too, in a process that does not end by
 * itself
 * @returns {any}
 */
function runScript(file, { require, code, purpose = "", keepAfterMilliseconds }) {
    const cacheFile = `${file}.v8-${process.version}${purpose && `-${purpose}`}`;
    const cachedData = code === undefined ? read(cacheFile) : undefined;
    const script = new vm.Script(
        // In one line with the first, so that the source map stays true.
        `(function (exports, require, module, __filename, __dirname) {${code ?? fs.readFileSync(file, "utf8")}\n})`,
        { filename: file, ...(cachedData && { cachedData }) },
    );
    const module = new Module(file);
    script.runInThisContext().call(module.exports, module.exports, require, module, file, path.dirname(file));
    const wanted = code === undefined && (cachedData === undefined || script.cachedDataRejected);
    if (wanted) keepLater(script, cacheFile, keepAfterMilliseconds);
    return module.exports;
}

/**
 * Once the process has used its functions, since only those that were called are compiled.
 * @param {vm.Script} script
 * @param {string} file
 * @param {number | undefined} afterMilliseconds
 */
function keepLater(script, file, afterMilliseconds) {
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
    if (afterMilliseconds !== undefined) setTimeout(keep, afterMilliseconds).unref();
}

module.exports = { runScript };
