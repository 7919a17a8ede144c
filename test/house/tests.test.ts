import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { paths } from "../../tools/paths.mjs";
import { testFiles } from "../lanes/test-files.ts";

/** Where the time of a call is what the test is about. */
const ABOUT_TIME = [
    // What is given up must have been tried for long enough.
    "test/functions/adapters/endpoint.test.ts",
    // Which of two calls takes longer.
    "test/local/services/launcher/corrections/function-logs.test.ts",
];

/** Lines of all tests, but of this one, that say this, and their files. */
function saying(text: RegExp): string[] {
    const files = testFiles(paths.root).filter((file) => file !== "test/house/tests.test.ts");
    return files.filter((file) => text.test(readFileSync(path.join(paths.root, file), "utf8")));
}

describe("the tests", () => {
    it("set no time limits of their own: a machine may be slow, and for a hang there is one in .mocharc.json", () => {
        assert.deepEqual(saying(/\bthis\.timeout\(|\}\)\.timeout\(|timeout: \d+_?\d*\s*\},?\s*\(\) =>/), []);
        const { timeout } = JSON.parse(readFileSync(path.join(paths.root, ".mocharc.json"), "utf8"));
        assert.ok(timeout >= 20 * 60_000);
    });

    it("do not measure time, where it is not what they are about", () => {
        assert.deepEqual(saying(/performance\.now\(/), ABOUT_TIME);
    });
});
