import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseFinding } from "../../../policies/finding.ts";
import { engineEnvironment } from "../../../tools/engine-environment.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const PROJECT = `name: compliance-platform
runtime: { name: nodejs, options: { typescript: false } }
main: index.mjs
`;
const STACK = `config: { "aws:region": eu-west-1, "aws:allowedAccountIds": ["222222222222"] }
`;

/** One log group that is right in everything but its key, which no preview knows and which is AWS's own in the end. */
const PROGRAM = `import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { output, runtime } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output.js";
new LogGroup("logs", {
    retentionInDays: 365,
    kmsKeyId: runtime.isDryRun() ? output(unknown) : "alias/aws/logs",
    tags: { platform: "p", environment: "prod", owner: "o", "data-classification": "d", "cost-centre": "c", retention: "r" },
});
`;

describe("the pack under the real engine", () => {
    let folder: string;
    let env: NodeJS.ProcessEnv;

    const pulumi = (args: string[], changes: NodeJS.ProcessEnv = {}) =>
        new Promise<{ code: number; said: string }>((resolve) => {
            const options = { cwd: path.join(folder, "project"), env: { ...env, ...changes } };
            execFile("pulumi", [...args, "--stack", "prod"], options, (error, out, err) =>
                resolve({ code: error ? 1 : 0, said: `${out}${err}` }),
            );
        });
    const withPack = ["--policy-pack", path.join(ROOT, "policies"), "--color", "never", "--non-interactive"];

    before(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "policy-pack-"));
        const inFolder = (name: string) => path.join(folder, name);
        for (const name of ["project", "backend", "store", "plugins"]) await mkdir(inFolder(name));
        await writeFile(inFolder("project/Pulumi.yaml"), PROJECT);
        await writeFile(inFolder("project/Pulumi.prod.yaml"), STACK);
        await writeFile(inFolder("project/index.mjs"), PROGRAM);
        await symlink(path.join(ROOT, "node_modules"), inFolder("project/node_modules"));
        // Gives the provider alone the mark of a stand-in run, so that the pack finds itself in a real one.
        const plugin = path.join(ROOT, "local/plugins/pulumi-resource-aws");
        await writeFile(
            inFolder("plugins/pulumi-resource-aws"),
            `#!/bin/sh\nCOMPLIANCE_STAND_IN=1 exec "${plugin}" "$@"\n`,
        );
        await chmod(inFolder("plugins/pulumi-resource-aws"), 0o755);
        const backendUrl = pathToFileURL(inFolder("backend")).href;
        const { COMPLIANCE_STAND_IN: _, ...real } = engineEnvironment({
            standIn: true,
            backendUrl,
            storeDir: inFolder("store"),
        });
        env = { ...real, PATH: `${inFolder("plugins")}${path.delimiter}${real.PATH}` };
        const { code, said } = await pulumi(["stack", "init"]);
        assert.equal(code, 0, said);
    });

    after(() => rm(folder, { recursive: true, force: true }));

    it("tells of an unknown value in a real preview, by rule and property, and lets it pass", async () => {
        const { code, said } = await pulumi(["preview", ...withPack]);
        assert.equal(code, 0, said);
        assert.match(said, /\[advisory\].*logs-encrypted/);
        assert.doesNotMatch(said, /can't run policy|\[mandatory\]/);
        const line = said.split("\n").find((text) => text.includes("[inconclusive]")) ?? "";
        const { status, property } = parseFinding("logs-encrypted", line);
        assert.deepEqual([status, property], ["inconclusive", "kmsKeyId"]);
    });

    it("blocks on the same in a preview on stand-ins", async () => {
        const { code, said } = await pulumi(["preview", ...withPack], { COMPLIANCE_STAND_IN: "1" });
        assert.equal(code, 1, said);
        assert.match(said, /\[mandatory\].*logs-encrypted/);
    });

    it("blocks the update when the value turns out wrong", async () => {
        const { code, said } = await pulumi(["up", "--yes", "--skip-preview", ...withPack]);
        assert.equal(code, 1, said);
        assert.match(said, /\[mandatory\].*logs-encrypted/);
        assert.match(said, /kmsKeyId: is a key that AWS manages\. Fix: /);
    });
});
