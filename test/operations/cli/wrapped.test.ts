import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { COLUMNS, wrapped } from "../../../operations/cli/wrapped.ts";
import { paths } from "../../../tools/paths.mjs";

describe("text for a terminal", () => {
    it("goes on under where its line began, two columns further", () => {
        const text = wrapped(`short\n    ${"word ".repeat(30).trim()}`);
        assert.match(text, /^short\n {4}(word ?)+\n {6}(word ?)+$/);
        assert.ok(text.split("\n").every((line) => line.length <= COLUMNS));
    });

    it("keeps whole what somebody will copy", () => {
        const line = `  resource  urn:pulumi:prod::compliance-platform::${"x".repeat(90)}`;
        assert.equal(wrapped(line), line);
    });
});

describe("the help of the commands", () => {
    const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.help.txt"], {
        cwd: paths.root,
        encoding: "utf8",
    });
    for (const file of listed.split("\n").filter((name) => name !== "")) {
        it(`keeps to 80 columns in ${file}`, () => {
            const lines = readFileSync(path.join(paths.root, file), "utf8").split("\n");
            assert.deepEqual(
                lines.filter((line) => line.length > COLUMNS),
                [],
            );
        });
    }
});
