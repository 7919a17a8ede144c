import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { paths } from "../../tools/paths.mjs";

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
    cwd: paths.root,
    encoding: "utf8",
});
const documents = listed.split("\n").filter((file) => file !== "");
const read = (file: string): string => readFileSync(path.join(paths.root, file), "utf8");

describe("documents", () => {
    it("link only to files that exist", () => {
        const broken = documents.flatMap((file) =>
            [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
                .map((match) => match[1] ?? "")
                .filter((target) => !existsSync(path.resolve(paths.root, path.dirname(file), target)))
                .map((target) => `${file} → ${target}`),
        );
        assert.deepEqual(broken, []);
    });

    it("name only commands that package.json has", () => {
        const { scripts } = JSON.parse(read("package.json"));
        const unknown = documents.flatMap((file) =>
            [...read(file).matchAll(/npm run ([a-z][\w:-]*)/g)]
                .map((match) => match[1] ?? "")
                .filter((name) => !(name in scripts))
                .map((name) => `${file} → npm run ${name}`),
        );
        assert.deepEqual(unknown, []);
    });
});
