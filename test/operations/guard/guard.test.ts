import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";

function guard(...args: string[]) {
    const command = ["--import", "tsx/esm", "operations/guard.ts", ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: paths.root, encoding: "utf8" });
    return { status, stdout, stderr };
}

describe("npm run guard", () => {
    for (const { args, says } of [
        { args: [], says: /Name the stack with --stack: dev, local, prod\./ },
        { args: ["--stack", "test"], says: /There is no stack "test"/ },
        {
            args: ["--stack", "dev", "--format", "xml"],
            says: /Unknown format "xml": choose text, json, github, problems/,
        },
        { args: ["--stack", "local", "--bootstrap"], says: /Nothing must exist before the stack local\./ },
        { args: ["--stack", "dev", "--watch", "--out", "x"], says: /--out takes one report, --watch gives many/ },
        { args: ["--stack", "dev", "--watch", "--format", "github"], says: /leave --watch out/ },
    ]) {
        it(`refuses ${args.join(" ") || "to guess the stack"} in one message`, () => {
            const { status, stdout, stderr } = guard(...args);
            assert.equal(status, 1);
            assert.match(stderr, says);
            assert.equal(stdout, "");
            assert.doesNotMatch(stderr, /\n\s+at /);
        });
    }

    it("writes the report of a clean stack, and says its result in one line", () => {
        const folder = mkdtempSync(join(tmpdir(), "guard-"));
        try {
            const file = join(folder, "new", "report.json");
            const { status, stdout, stderr } = guard("--stack", "dev", "--format", "json", "--out", file);
            assert.equal(status, 0, stderr);
            assert.match(stdout, /^\d+ guardrails over \d+ resources: 0 violations, 0 inconclusive, \d+ excepted\n$/);
            const report = JSON.parse(readFileSync(file, "utf8"));
            assert.deepEqual([report.stack, report.offline, report.errors, report.findings], ["dev", true, [], []]);
            assert.ok(report.resources.length > 100);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
