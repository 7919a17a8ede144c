const fs = require("node:fs");
const path = require("node:path");

/**
 * Where the lines of a bundle come from: for line n, `lines[2 * n]` is the index of its source, -1 for none, and
 * `lines[2 * n + 1]` the line there. Far quicker to read than a source map, for whoever asks at each resource.
 * @typedef {{ sources: string[], lines: number[] }} Lines
 */

/** @type {Map<string, Lines | undefined>} */
const known = new Map();

/**
 * The file in which the lines of a bundle are kept.
 * @param {string} bundle
 */
function linesFile(bundle) {
    return `${bundle}.lines.json`;
}

/**
 * The source of a line of a bundle; undefined for what is no bundle, or was made by the bundler.
 * @param {string} file
 * @param {number} line from 1 on
 * @returns {{ file: string, line: number } | undefined}
 */
function sourceOf(file, line) {
    if (!known.has(file)) known.set(file, read(file));
    const table = known.get(file);
    const source = table?.sources[table.lines[2 * line] ?? -1];
    return table && source !== undefined ? { file: source, line: table.lines[2 * line + 1] ?? 1 } : undefined;
}

/** @param {string} file */
function read(file) {
    if (!path.basename(file).startsWith("bundle-")) return undefined;
    try {
        return /** @type {Lines} */ (JSON.parse(fs.readFileSync(linesFile(file), "utf8")));
    } catch {
        return undefined;
    }
}

module.exports = { linesFile, sourceOf };
