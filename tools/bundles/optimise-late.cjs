const { setFlagsFromString } = require("node:v8");

/**
 * The flag by which V8 optimises only what runs much longer than usual, by V8's major version: it changed its name. None for
 * a V8 that nobody tried, which would complain of a flag that it does not know on every start.
 * @type {Readonly<Record<string, string>>}
 */
const FLAGS = {
    11: "--interrupt-budget=2000000",
    12: "--invocation-count-for-turbofan=90000",
    13: "--invocation-count-for-turbofan=90000",
};

/**
 * V8 optimises what has run for a while. Commands and programs are over before most of that pays; what runs much longer still
 * gets it. Before anything is loaded, since V8 takes back its form of the code only under the flags it was kept under.
 * @param {string} [version] of V8
 */
function optimiseLate(version = process.versions.v8) {
    const flag = FLAGS[version.split(".")[0] ?? ""];
    if (flag !== undefined) setFlagsFromString(flag);
    return flag;
}

module.exports = { optimiseLate };
