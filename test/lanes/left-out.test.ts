import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platformPaths } from "../../tools/paths.mjs";
import { leftOut } from "./left-out.ts";

describe("what npm test leaves out", () => {
    const folder = mkdtempSync(join(tmpdir(), "left-out-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const at = platformPaths(folder);

    it("is nothing where there is a browser, installed or named", () => {
        writeFileSync(join(folder, "chromium"), "");
        assert.equal(leftOut(at, { PATH: folder }), "");
        assert.equal(leftOut(at, { COMPLIANCE_BROWSER: join(folder, "chromium") }), "");
    });

    it("is told together with how to get it", () => {
        const text = leftOut(at, { PATH: join(folder, "nothing") });
        assert.match(text, /^\n {2}Left out: the tests of the console in a browser/);
        assert.match(text, /install Chrome or Chromium, or name a program in COMPLIANCE_BROWSER/);
    });
});
