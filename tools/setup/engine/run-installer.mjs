import { createRequire } from "node:module";
import path from "node:path";

// A program of its own, because the Automation API comes with the libraries and cannot be stopped from outside.
const [repository = "", folder = "", version = ""] = process.argv.slice(2);
const load = createRequire(path.join(repository, "package.json"));
const { PulumiCommand } = load("@pulumi/pulumi/automation");
const { SemVer } = createRequire(load.resolve("@pulumi/pulumi/automation"))("semver");
try {
    await PulumiCommand.install({ root: folder, version: new SemVer(version) });
} catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
}
