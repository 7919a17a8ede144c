const fs = require("node:fs");
const path = require("node:path");

/**
 * What is in a file; undefined when there is none.
 * @param {string} file
 */
function read(file) {
    try {
        return fs.readFileSync(file);
    } catch {
        return undefined;
    }
}

/**
 * Written beside its place and then into it, because several processes that start at once may write the same file.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
function replace(file, content) {
    const draft = `${file}.${process.pid}.draft`;
    fs.writeFileSync(draft, content);
    fs.renameSync(draft, file);
}

/**
 * Does what keeps something for the next run. Where the folder cannot be written that one does the work again.
 * @param {() => void} work
 * @returns {boolean} whether it is kept
 */
function tryToKeep(work) {
    try {
        work();
        return true;
    } catch (error) {
        // A fault of the file system. Any other is ours.
        if (!(error instanceof Error) || !("syscall" in error)) throw error;
        return false;
    }
}

/**
 * Removes what was made of older sources, with what lies beside it.
 * @param {string} newest a file `<name>-<hash>.cjs`
 * @param {number} [keptMilliseconds] how long others are kept, where other copies of the repository may use them
 */
function removeOlder(newest, keptMilliseconds = 0) {
    const [folder, latest] = [path.dirname(newest), path.basename(newest)];
    const name = latest.replace(/-[0-9a-f]{16}\.cjs$/, "");
    const before = Date.now() - keptMilliseconds;
    for (const each of fs.readdirSync(folder)) {
        if (!each.startsWith(name) || !/^-[0-9a-f]{16}\.cjs/.test(each.slice(name.length)) || each.startsWith(latest)) {
            continue;
        }
        const { mtimeMs = before } = fs.statSync(path.join(folder, each), { throwIfNoEntry: false }) ?? {};
        if (mtimeMs <= before) fs.rmSync(path.join(folder, each), { force: true });
    }
}

/**
 * Removes what was made for a copy of the repository that is not there any more.
 * @param {string} cache
 */
function removeOfGone(cache) {
    const names = fs.readdirSync(cache);
    for (const name of names.filter((each) => /^bundle-.*\.json$/.test(each) && !each.includes(".cjs"))) {
        const recipe = readRecipe(path.join(cache, name));
        if (recipe === undefined || fs.existsSync(recipe.root)) continue;
        for (const each of [name, ...names.filter((other) => other.startsWith(recipe.file))]) {
            fs.rmSync(path.join(cache, each), { force: true });
        }
    }
}

/**
 * @param {string} file
 * @returns {import("./up-to-date.cjs").Recipe | undefined}
 */
function readRecipe(file) {
    try {
        return JSON.parse(fs.readFileSync(file, "utf8"));
    } catch {
        // Another process has removed it or just writes it.
        return undefined;
    }
}

module.exports = { read, replace, tryToKeep, removeOlder, removeOfGone };
