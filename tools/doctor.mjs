import path from "node:path";
import { fileURLToPath } from "node:url";
import { nodeVersionFault } from "./setup/node-version.mjs";

// Checked before anything else is loaded, since an old Node would fail on the syntax of the rest.
const fault = nodeVersionFault(path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "package.json"));
if (fault === undefined) {
    const { doctor } = await import("./doctor/doctor.mjs");
    process.exitCode = await doctor(process.argv.slice(2));
} else {
    process.stderr.write(`${fault}\n`);
    process.exitCode = 2;
}
