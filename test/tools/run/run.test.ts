import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { needsOf } from "../../../tools/run/needs.mjs";
import { testRun } from "../../../tools/run/test-run.mjs";
import { everything } from "../../../tools/setup/ensure.mjs";
import { MEASURED } from "../../coverage/measured.mjs";
import { kindsOf } from "../../lanes/kinds.ts";
import { testFiles } from "../../lanes/test-files.ts";
import { removeTemporaryFolders, temporaryFolder } from "../support/temporary.ts";

function tool(name: string, ...args: string[]) {
    const { NODE_OPTIONS, ...env } = process.env;
    return spawnSync(process.execPath, [path.join(paths.root, "tools", name), ...args], { encoding: "utf8", env });
}

describe("tools/run.mjs", () => {
    it("says how it is used when it is not told what to run", () => {
        const { status, stderr } = tool("run.mjs");
        assert.deepEqual(
            { status, usage: stderr.startsWith("Usage: node tools/run.mjs <file.ts>") },
            { status: 2, usage: true },
        );
    });

    it("names a file or an option that does not exist", () => {
        for (const what of ["operations/fly.ts", "--fly"]) {
            const { status, stderr } = tool("run.mjs", what);
            assert.equal(status, 2);
            assert.ok(stderr.startsWith(`There is no ${what} to run.\nUsage: `));
        }
    });

    it("refuses an unknown stack before the engine starts, in one message", () => {
        const { status, stdout, stderr } = tool("run.mjs", "--pulumi", "preview", "--stack", "prd");
        assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
        assert.match(
            stderr,
            /^There is no stack "prd"\. The stacks are: .*\n.*\n {2}\$ cp Pulumi\.dev\.yaml Pulumi\.prd\.yaml\n/,
        );
    });

    it("hands over what plain Pulumi prints, and its exit code", () => {
        assert.match(tool("run.mjs", "--pulumi", "version").stdout, /^v3\.\d+\.\d+\n$/);
        const wrong = tool("run.mjs", "--pulumi", "no-such-command");
        assert.deepEqual(
            { failed: wrong.status !== 0, told: /no-such-command/.test(wrong.stderr) },
            { failed: true, told: true },
        );
    });

    it("sets up Python only for what uses the local AWS services", () => {
        assert.deepEqual(needsOf("--pulumi"), ["libraries", "engine"]);
        assert.deepEqual(needsOf("operations/start.ts"), [...everything, "firstLook"]);
        assert.deepEqual(needsOf("operations/preview.ts"), ["libraries", "engine"]);
        assert.deepEqual(needsOf("--mocha"), [...everything, "browser"]);
        assert.deepEqual(needsOf("bench/main.ts"), everything);
    });
});

describe("npm test", () => {
    after(removeTemporaryFolders);
    const written = (args: string[]) => testRun(args).join(" ").replaceAll(paths.root, ".");

    it("runs each test once, those of functions and model under the coverage that is asked", () => {
        assert.match(written([]), /test\/lanes\/main\.ts$/);
        assert.match(written(["--lanes", "3"]), /test\/lanes\/main\.ts --lanes 3$/);
        const files = testFiles(paths.root);
        const [measured, others, ...more] = kindsOf(files, { out: temporaryFolder(), onCoverage: () => undefined });
        assert.deepEqual([...(measured?.files ?? []), ...(others?.files ?? [])].sort(), [...files].sort());
        const folders = new Set(measured?.files.map((file) => file.split("/")[1]));
        assert.deepEqual([...folders].sort(), ["contract", "functions", "model"]);
        assert.deepEqual([...MEASURED].sort(), [...folders].sort());
        assert.deepEqual(more, []);
    });

    it("runs what it is told, and nothing else", () => {
        assert.match(written(["test/house", "--grep", "links"]), /mocha\S* test\/house --grep links$/);
    });
});

describe("tools/setup.mjs", () => {
    it("says in one line that all is ready, and leaves standard output alone", () => {
        const { status, stdout, stderr } = tool("setup.mjs");
        assert.deepEqual({ status, stdout }, { status: 0, stdout: "" });
        assert.match(stderr, /^Ready: Node \d+\.\d+\.\d+, \d+ packages, Pulumi 3\..*, Python 3\..*\n$/);
    });
});
