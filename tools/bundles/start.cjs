// Runs a program of the repository out of its bundle, as `node --import tsx/esm <file>` would from its sources:
// node start.cjs <file> [arguments]
const path = require("node:path");
const { load } = require("./load.cjs");
const { optimiseLate } = require("./optimise-late.cjs");
const { root } = require("./up-to-date.cjs");

optimiseLate();

const [, , file = ""] = process.argv;
process.argv.splice(1, 2, path.resolve(root, file));
// Only for those who look for a fault: reading the map takes longer than most commands.
if (process.env.COMPLIANCE_DEBUG) process.setSourceMapsEnabled(true);
load(path.relative(root, path.resolve(file)));
