// Runs a program of the repository out of its bundle, as `node --import tsx/esm <file>` would from its sources:
// node start.cjs <file> [arguments]
const path = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { load } = require("./load.cjs");
const { root } = require("./up-to-date.cjs");

// V8 optimises what has run for a while. These commands are over before most of that pays; what runs much longer still
// gets it. Before anything is loaded, since V8 takes back its form of the code only under the flags it was kept under.
setFlagsFromString("--interrupt-budget=2000000");

const [, , file = ""] = process.argv;
process.argv.splice(1, 2, path.resolve(root, file));
// Only for those who look for a fault: reading the map takes longer than most commands.
if (process.env.COMPLIANCE_DEBUG) process.setSourceMapsEnabled(true);
load(path.relative(root, path.resolve(file)));
