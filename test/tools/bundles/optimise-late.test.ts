import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";

const HELPER = join(paths.root, "tools", "bundles", "optimise-late.cjs");

describe("commands that V8 optimises late", () => {
    it("know the flag of this V8, which takes it without a word", () => {
        const script = `process.stdout.write(require(${JSON.stringify(HELPER)}).optimiseLate() ?? "none")`;
        const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
        assert.match(stdout, /^--[a-z-]+=\d+$/, `no flag is known for V8 ${process.versions.v8}`);
        assert.equal(stderr, "");
    });

    it("set no flag of a V8 that nobody tried", () => {
        const script = `process.stdout.write(require(${JSON.stringify(HELPER)}).optimiseLate("99.1") ?? "none")`;
        const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
        assert.deepEqual([stdout, stderr], ["none", ""]);
    });
});
