const { load } = require("../bundles/load.cjs");

/**
 * Runs a program of the repository within the SDK of this process.
 * @param {string} entry relative to the root
 * @returns {Record<string, unknown>} its exports, which are the outputs of the stack
 */
function program(entry) {
    return { ...load(entry, { besideSdk: true }) };
}

module.exports = { program };
