import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

/**
 * Runs a CommonJS file and gives its exports. V8's own form of the code is kept beside it, since compiling is half of a
 * start.
 * @param {string} file
 * @param {{ require: (specifier: string) => unknown, source?: string, keep?: boolean }} options `source` instead of what is
 * in the file; `keep` V8's form for the next run
 * @returns {any}
 */
export function runScript(file, { require, source, keep = false }) {
    const cacheFile = `${file}.v8-${process.version}`;
    const cachedData = keep ? read(cacheFile) : undefined;
    const script = new vm.Script(
        // In one line with the first, so that the source map stays true.
        `(function (exports, require, module, __filename, __dirname) {${source ?? fs.readFileSync(file, "utf8")}\n})`,
        { filename: file, ...(cachedData && { cachedData }) },
    );
    const module = { exports: {} };
    script.runInThisContext().call(module.exports, module.exports, require, module, file, path.dirname(file));
    // At the end, when it is known which functions are called: only those are compiled.
    if (keep && (cachedData === undefined || script.cachedDataRejected)) {
        process.once("exit", () => write(cacheFile, script.createCachedData()));
    }
    return module.exports;
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
 * Beside its place and then into it, because two processes may write the same file at once.
 * @param {string} file
 * @param {Uint8Array | string} content
 */
export function write(file, content) {
    const draft = `${file}.${process.pid}`;
    try {
        fs.writeFileSync(draft, content);
        fs.renameSync(draft, file);
        return true;
    } catch {
        // Where the folder cannot be written, the next run does the work again.
        return false;
    }
}
