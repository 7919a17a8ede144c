import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setUpPython } from "../../../local/services/python.ts";
import { paths } from "../../../tools/paths.mjs";

describe("the profiles of accounts", () => {
    it("hold what their own tests in Python say", () => {
        const { status, stderr } = spawnSync(setUpPython, ["-B", join(import.meta.dirname, "profiles_test.py")], {
            env: { ...process.env, PYTHONPATH: join(paths.root, "analytics") },
            encoding: "utf8",
        });
        assert.equal(status, 0, stderr);
        assert.match(stderr, /Ran \d\d+ tests/);
    });
});
