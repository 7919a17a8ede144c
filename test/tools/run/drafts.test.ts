import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isAlive, removeDrafts } from "../../../tools/run/drafts.mjs";
import { removeTemporaryFolders, temporaryFolder } from "../support/temporary.ts";

describe("files that were being written", () => {
    afterEach(removeTemporaryFolders);

    it("are removed once their writer is gone, and nothing else is", () => {
        const folder = temporaryFolder();
        const gone = spawnSync(process.execPath, ["--version"]).pid;
        const [dead, live] = [`a.zip.4f1c.${gone}.draft`, `a.zip.4f1c.${process.pid}.draft`];
        const others = ["bundle.cjs.v8-v20.20.2", `a.zip.${gone}`, "lock", "no.draft"];
        for (const name of [dead, live, ...others]) fs.writeFileSync(path.join(folder, name), "");
        removeDrafts(folder);
        assert.deepEqual(fs.readdirSync(folder).sort(), [live, ...others].sort());
        removeDrafts(path.join(folder, "none"));
    });

    it("have writers that live, also as somebody else's", () => {
        assert.deepEqual([process.pid, 1, 0, -1, Number.NaN, 2 ** 30].map(isAlive), [
            true,
            true,
            false,
            false,
            false,
            false,
        ]);
    });
});
