const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

/**
 * A file that something was made of. One whose time and size are the same is taken as unchanged; one that was only touched
 * is recognised by its hash.
 * @typedef {{ path: string, size: number, time: number, hash: string }} Source `path` is relative to the root
 */

/**
 * These files as they are now, to see later whether what was made of them is still true.
 * @param {string} root
 * @param {Iterable<string>} names relative to the root
 * @param {number} startedAt when the first of them was read
 * @returns {Source[]}
 */
function noted(root, names, startedAt) {
    return [...new Set(names)].map((name) => {
        const { size, mtimeMs } = fs.statSync(path.resolve(root, name));
        const hash = hashOf(fs.readFileSync(path.resolve(root, name)));
        // Saved while it was being read: nobody knows which of the two was, so the next one makes it again.
        const saved = mtimeMs >= startedAt;
        return { path: name, size, time: saved ? -1 : mtimeMs, hash: saved ? "" : hash };
    });
}

/**
 * Those that were touched since, and say the same; nothing when one says something else. Throws when one is gone.
 * @param {string} root
 * @param {readonly Source[]} sources
 * @returns {Source[] | undefined}
 */
function onlyTouched(root, sources) {
    const touched = sources.filter(({ path: name, size, time }) => {
        const stat = fs.statSync(path.resolve(root, name));
        return stat.size !== size || stat.mtimeMs !== time;
    });
    const same = touched.every(({ path: name, hash }) => hash === hashOf(fs.readFileSync(path.resolve(root, name))));
    return same ? touched : undefined;
}

/** @param {string | Uint8Array} content */
function hashOf(content) {
    return createHash("sha256").update(content).digest("hex").slice(0, 32);
}

module.exports = { noted, onlyTouched, hashOf };
