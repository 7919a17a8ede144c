import path from "node:path";
import { fileURLToPath } from "node:url";
import { nodeVersionFault } from "./setup/node-version.mjs";

// Checked before anything else is loaded, since an old Node would fail on the syntax of the rest.
const fault = nodeVersionFault(path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "package.json"));
if (fault === undefined) {
    const { helpFor } = await import("./run/help.mjs");
    const help = helpFor("tools/setup.mjs", process.argv.slice(2));
    if (help === undefined) {
        const { everything } = await import("./setup/ensure.mjs");
        const { prepare } = await import("./setup/prepare.mjs");
        process.exitCode = await prepare(everything, { tellWhenReady: true });
    } else process.stdout.write(help);
} else {
    process.stderr.write(`${fault}\n`);
    process.exitCode = 1;
}
