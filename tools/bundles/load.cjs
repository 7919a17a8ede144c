const { createRequire } = require("node:module");
const path = require("node:path");
const { runScript } = require("./run-script.cjs");
const { upToDate } = require("./up-to-date.cjs");

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
    const { root, file, code } = upToDate(entry, besideSdk);
    // Libraries that stay outside a bundle are those of Pulumi's SDK, which has some of its own.
    const require = createRequire(path.join(root, "node_modules", "@pulumi", "pulumi", "package.json"));
    return runScript(file, {
        require,
        ...(code !== undefined && { code }),
        purpose,
        keepAfterMilliseconds: KEEP_AFTER_MILLISECONDS,
    });
}

module.exports = { load };
