import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";

const RUNNER = createRequire(import.meta.url).resolve("@pulumi/pulumi/cmd/run-policy-pack");

describe("a pack with a control that no framework has", () => {
    it("does not start, and says which rule, number and framework are wrong", () => {
        const root = mkdtempSync(join(tmpdir(), "unknown-control-"));
        try {
            for (const part of ["package.json", "policies", "stacks", "tools"]) {
                cpSync(join(paths.root, part), join(root, part), { recursive: true });
            }
            symlinkSync(paths.nodeModules, join(root, "node_modules"));
            const rule = join(root, "policies", "rules", "sqs", "sqs-encrypted.ts");
            writeFileSync(rule, readFileSync(rule, "utf8").replace('"pci:3.5.1"', '"pci:3.51"'));
            const started = [RUNNER, "127.0.0.1:0", join(root, "policies")];
            const { status, stdout, stderr } = spawnSync(process.execPath, started, {
                cwd: join(root, "policies"),
                encoding: "utf8",
            });
            assert.equal(stdout, "", "it told the engine a port");
            assert.notEqual(status, 0);
            assert.match(stderr, /1 control is in no framework of policies\/frameworks:\n/);
            assert.match(
                stderr,
                / {2}sqs-encrypted: "3\.51" is no number of PCI DSS 4\.0\.1, which has 3\.2\.1, .*3\.5\.1/,
            );
        } finally {
            rmSync(root, { recursive: true });
        }
    });
});
