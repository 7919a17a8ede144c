// Starts a stand-in provider. Every preview starts three of them, so they run from one bundle.
const { setFlagsFromString } = require("node:v8");
const { load } = require("../../tools/bundles/load.cjs");
const { root } = require("../../tools/bundles/up-to-date.cjs");

// A provider lives for seconds, in which optimising its code costs more than it saves: a third of its time.
setFlagsFromString("--no-opt");

const [name = ""] = process.argv.slice(2);

start().catch((error) => {
    process.stderr.write(`the stand-in for ${name} cannot start: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
});

async function start() {
    await load("local/providers/main.ts", { purpose: name }).main(name, root);
}
