import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { helpFor } from "../../../tools/run/help.mjs";
import { removeTemporaryFolders, temporaryFolder } from "../support/temporary.ts";

const scripts: Record<string, string> = JSON.parse(
    fs.readFileSync(path.join(paths.root, "package.json"), "utf8"),
).scripts;
/** The commands of this repository; the others are programs that come with the libraries. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
    const [node, ...words] = script.split(" ");
    return node === "node" ? [{ name, words }] : [];
});

/** Those that a person gives options of ours. */
const withOptions = commands.flatMap(({ name, words }) => {
    const file = words.find((word) => word.endsWith(".ts"));
    return file === undefined || words.includes("--mocha") ? [] : [{ name, file }];
});

describe("the help of a command", () => {
    let clone: string;

    before(() => {
        clone = temporaryFolder();
        const mine = new Set([".git", ".platform", "node_modules"]);
        fs.cpSync(paths.root, clone, { recursive: true, filter: (file) => !mine.has(path.basename(file)) });
    });
    after(removeTemporaryFolders);

    for (const { name, words } of commands) {
        it(`comes at once from \`${name}\` in a fresh clone, and leaves it as it was`, () => {
            for (const question of ["--help", "-h"]) {
                const asked = spawnSync(process.execPath, [...words, question], {
                    cwd: clone,
                    encoding: "utf8",
                    env: { PATH: "" },
                });
                assert.deepEqual([asked.status, asked.stderr], [0, ""], name);
                const usage = name === "start" || name === "test" ? `Usage: npm ${name}` : `Usage: npm run ${name}`;
                assert.ok(asked.stdout.startsWith(usage), asked.stdout);
            }
            for (const made of [".platform", "node_modules"]) assert.ok(!fs.existsSync(path.join(clone, made)), made);
        });
    }

    for (const { name, file } of withOptions) {
        it(`names every option of \`${name}\``, () => {
            const help = helpFor(file, ["--help"]) ?? "";
            const sources = [file, file.replace(/\.ts$/, "/options.ts"), path.join(path.dirname(file), "options.ts")];
            const options = sources
                .filter((source) => fs.existsSync(path.join(paths.root, source)))
                .flatMap((source) => optionsOf(fs.readFileSync(path.join(paths.root, source), "utf8")));
            for (const option of options) assert.match(help, new RegExp(`--${option}\\b`), `--${option} of ${name}`);
        });
    }

    it("finds the options that there are", () => {
        assert.deepEqual(optionsOf(fs.readFileSync(path.join(paths.root, "operations/replay/options.ts"), "utf8")), [
            "stack",
            "under",
            "send",
            "json",
        ]);
    });

    it("is left to Pulumi for Pulumi's own commands", () => {
        assert.equal(helpFor("--pulumi", ["up", "--help"]), undefined);
    });
});

/** What a source passes to `parseArgs` of node:util. */
function optionsOf(source: string): string[] {
    return [...source.matchAll(/\b(\w+): (?:\{ type: "(?:string|boolean)"|text\b|flag\b)/g)].map(
        ([, name = ""]) => name,
    );
}
