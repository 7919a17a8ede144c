import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longestFirst, noteDurations, readDurations, secondsOf } from "./durations.ts";

describe("what the tests took last time", () => {
    let folder = "";
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "durations-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("is kept, also of files that did not run this time", async () => {
        const record = join(folder, "cache", "seconds.json");
        await noteDurations({ "test/b.test.ts": 2, "test/a.test.ts": 1 }, record);
        await noteDurations({ "test/b.test.ts": 3 }, record);
        assert.deepEqual(await readDurations(record), { "test/a.test.ts": 1, "test/b.test.ts": 3 });
    });

    it("is nothing when the record is not there or is none", async () => {
        assert.deepEqual(await readDurations(join(folder, "none.json")), {});
        writeFileSync(join(folder, "cut.json"), '{"test/a');
        assert.deepEqual(await readDurations(join(folder, "cut.json")), {});
    });

    it("puts the longest first, with a guess for those that never ran: whole platforms take longest", () => {
        const files = ["test/a.test.ts", "test/b.test.ts", "test/e2e/new.test.ts", "test/local/new.test.ts"];
        const known = { "test/a.test.ts": 0.1, "test/b.test.ts": 60 };
        assert.deepEqual(longestFirst(files, known), [
            "test/e2e/new.test.ts",
            "test/b.test.ts",
            "test/local/new.test.ts",
            "test/a.test.ts",
        ]);
        assert.ok(secondsOf("test/new.test.ts", known) < secondsOf("test/local/new.test.ts", known));
    });
});
