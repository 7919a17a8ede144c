import { createChildren } from "./children.mjs";
import { serve } from "./server.mjs";

// The engine's address comes last, after flags such as --tracing that we have no use for.
const engineAddress = process.argv.at(-1) ?? "";
const parent = process.ppid;
const lookMilliseconds = 500;

const children = createChildren();

async function leave() {
    await children.endAll();
    process.exit(0);
}

process.on("SIGINT", leave);
process.on("SIGTERM", leave);
process.on("SIGHUP", leave);
// An engine that was killed cannot tell us. The kernel gives us a new parent then.
setInterval(() => {
    if (process.ppid !== parent) void leave();
}, lookMilliseconds);

// No await here: a bundle that is loaded by `require` cannot wait.
void serve({ engineAddress, children }).then((port) => process.stdout.write(`${port}\n`));
