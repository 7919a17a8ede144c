import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { engineEnvironment } from "../../../../tools/engine-environment.mjs";
import { paths } from "../../../../tools/paths.mjs";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A mistake of each of four kinds; no SDK stands before them, as none does before a value of the type `any`. */
const PROGRAM = `
import { CustomResource } from "@pulumi/pulumi";
new CustomResource("aws:sqs/queue:Queue", "bulk", {
    delaySeconds: 5000,
    fifoThroughputLimit: "perMessage",
    kmsMasterKeyId: "alias/data",
    sqsManagedSseEnabled: true,
    visibilityTimeout: 30,
});
`;
const PROJECT = { name: "platform", main: "index.mjs", runtime: { name: "nodejs", options: { typescript: false } } };
const TOLD = [
    "delaySeconds must be a whole number from 0 to 900 seconds, got 5000",
    'fifoThroughputLimit must be one of perQueue, perMessageGroupId, got "perMessage"',
    "sqsManagedSseEnabled conflicts with kmsMasterKeyId",
    "visibilityTimeout is no property that the provider has",
];

describe("what a cloud's model refuses, in a preview by the real engine", () => {
    const folder = temporaryFolder();

    it("is told with the path and the reason, and the preview fails", async () => {
        const [work = "", state = "", store = ""] = ["work", "state", "store"].map((name) => join(folder.path, name));
        await Promise.all([mkdir(work), mkdir(state)]);
        await symlink(paths.nodeModules, join(work, "node_modules"));
        await writeFile(join(work, "index.mjs"), PROGRAM);
        await writeFile(join(work, "Pulumi.yaml"), JSON.stringify(PROJECT));
        const options = { standIn: true, backendUrl: pathToFileURL(state).href, storeDir: store };
        const env = engineEnvironment(options, process.env, { ...paths, pulumiHome: join(folder.path, "home") });
        const run = promisify(execFile);
        const pulumi = (...args: string[]) => run("pulumi", [...args, "--non-interactive"], { cwd: work, env });
        await pulumi("stack", "init", "dev");
        await assert.rejects(pulumi("preview", "--color", "never"), (error: { stdout: string; stderr: string }) => {
            const text = `${error.stdout} ${error.stderr}`.replace(/\s+/g, " ");
            for (const told of TOLD) {
                const [path = "", ...reason] = told.split(" ");
                assert.ok(text.includes(path) && text.includes(reason.join(" ")), `${told} is not told in ${text}`);
            }
            return true;
        });
    });
});
