import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJob } from "../../../infra/bigdata/job-files.ts";

describe("readJob", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "job-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("takes the modules as one package, without what is no Python", async () => {
        for (const name of ["main.py", "peers.py", "README.md"]) writeFileSync(join(folder, name), "");
        const { modules } = readJob(folder);
        assert.deepEqual(Object.keys(await modules.assets), ["trends/main.py", "trends/peers.py"]);
    });

    it("gives another version when a module changes, and the same when none does", () => {
        writeFileSync(join(folder, "main.py"), "one");
        const { version } = readJob(folder);
        assert.equal(readJob(folder).version, version);
        writeFileSync(join(folder, "main.py"), "two");
        assert.notEqual(readJob(folder).version, version);
    });

    it("refuses a folder that Spark could not be started with", () => {
        assert.throws(() => readJob(folder), /has no main\.py/);
    });
});
