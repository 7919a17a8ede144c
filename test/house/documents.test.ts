import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { STEPS } from "../../operations/verify/steps/index.ts";
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

    it("say of each step of verify what it shows in an account, and of no other", () => {
        const [, shown = ""] =
            /## Shown by `npm run verify`([\s\S]*?)\n## /.exec(read("docs/only-an-account-can-show.md")) ?? [];
        const named = [...shown.matchAll(/^\| .* \| (.*) \|$/gm)].flatMap(
            ([, steps = ""]) => steps.match(/[a-z]+(?=`)/g) ?? [],
        );
        assert.deepEqual(named.sort(), STEPS.map(({ name }) => name).sort());
    });

    it("say of all else that only an account can show why it is believed, why no step tries it, and what would show it", () => {
        const [, left = ""] =
            /## Not shown by it, and why([\s\S]*?)(\n## |$)/.exec(read("docs/only-an-account-can-show.md")) ?? [];
        const rows = left
            .split("\n")
            .filter((line) => /^\| (?!What is believed|---)/.test(line) && !/^\|---/.test(line));
        assert.ok(rows.length >= 10, `${rows.length} rows`);
        const short = rows.filter((row) => {
            const cells = row.split(" | ").map((cell) => cell.replaceAll("|", "").trim());
            return cells.length !== 4 || cells.some((cell) => cell.length < 8);
        });
        assert.deepEqual(short, []);
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
