import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");

describe("the list of troubles", () => {
    const rows = [...read("README.md").matchAll(/^\| .+? \| `(.+?)` \| (.+?) \|$/gm)];
    const listed = rows.map(([, file = "", outcome = ""]) => ({ file, outcome }));

    it("names tests that are there", () => {
        assert.ok(listed.length > 20);
        assert.deepEqual(
            listed.filter(({ file, outcome }) => !read(file).includes(outcome)),
            [],
        );
    });

    it("leaves no file of troubles out", () => {
        const files = readdirSync(new URL("troubles/", folder)).filter((file) => /(?<!index)\.test\.ts$/.test(file));
        const names = new Set(listed.map(({ file }) => file));
        assert.deepEqual(
            files.filter((file) => !names.has(`troubles/${file}`)),
            [],
        );
    });
});
