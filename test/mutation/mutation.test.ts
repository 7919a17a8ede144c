import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { paths } from "../../tools/paths.mjs";
import { AREAS } from "./areas.ts";
import { judged, type Mutant } from "./judged.ts";
import { reportWith } from "./report.ts";
import { ownSandbox } from "./sandboxes.ts";
import { SURVIVORS, type Survivor } from "./survivors.ts";

const sourceOf = (file: string): string => readFileSync(path.join(paths.root, file), "utf8");
const mutant = (status: string, changes: Partial<Mutant> = {}): Mutant => ({
    ...{ file: "a.ts", line: 1, text: "const one = 1;", original: "1", replacement: "2", status, mutator: "Number" },
    ...changes,
});
const LISTED: Survivor = {
    file: "a.ts",
    line: "const one = 1;",
    changes: ["1 -> 2"],
    reason: "One is as good as two.",
};

describe("the judgement on mutants", () => {
    it("counts those that tests noticed, and names those that none did and that nobody explained", () => {
        const { text, ...figures } = judged(
            ["Killed", "Timeout", "Survived", "NoCoverage", "CompileError"].map((status) => mutant(status)),
            [],
        );
        assert.deepEqual(figures, { all: 4, noticed: 2, endless: 1, percent: 50, listed: 0, unlisted: 2 });
        assert.match(text, /2 of 4 mutants noticed, 50\.0 %; 1 of them by a time limit; 0 survivors .* 2 without/);
        assert.match(text, /a\.ts:1 Number, NOT LISTED\n {4}const one = 1;\n {4}1 -> 2/);
        assert.match(text, /a\.ts:1 Number, NOT TESTED/);
    });

    it("takes a listed survivor for explained, by its file, its line and its change", () => {
        assert.equal(judged([mutant("Survived")], [LISTED]).unlisted, 0);
        const others = [{ file: "b.ts" }, { text: "const two = 1;" }, { original: "one" }, { replacement: "3" }];
        for (const other of others) assert.equal(judged([mutant("Survived", other)], [LISTED]).unlisted, 1);
    });

    it("names a change by one line, however many it takes out", () => {
        const change = { original: "{\n    return 1;\n}", replacement: "{}" };
        assert.equal(judged([mutant("Survived", change)], [{ ...LISTED, changes: ["{ return 1; } -> {}"] }]).listed, 1);
    });

    it("tells of a listed survivor that is noticed now", () => {
        assert.match(judged([mutant("Killed")], [LISTED]).text, /a\.ts:1 is noticed now: take it out of the list/);
        assert.doesNotMatch(judged([mutant("Survived")], [LISTED]).text, /noticed now/);
        assert.doesNotMatch(judged([mutant("Survived"), mutant("Killed")], [LISTED]).text, /noticed now/);
    });
});

describe("the list of survivors", () => {
    it("names lines that are still there, each with its changes and a reason", () => {
        for (const { file, line, changes, reason } of SURVIVORS) {
            const lines = sourceOf(file).split("\n");
            const isThere = lines.some((one) => one.trim() === line);
            assert.ok(isThere, `${file} has no line "${line}" any more: take it out of the list`);
            assert.ok(changes.length > 0 && reason.length > 20, line);
        }
    });
});

describe("the page of figures", () => {
    const some = judged([mutant("Killed"), mutant("Survived")], [LISTED]);
    const areas = ["cards", "values"];

    it("has a row for each area that was measured", () => {
        const page = reportWith("", new Map([["values", some]]), "2026-03-02", areas);
        assert.match(page, /^\| values \| 2026-03-02 \| 2 \| 1 \| 0 \| 1 \| 0 \| 50\.0 % \|$/m);
    });

    it("keeps what was measured before of the others, in the order of the areas", () => {
        const before = reportWith("", new Map([["values", some]]), "2026-03-02", areas);
        const page = reportWith(before, new Map([["cards", some]]), "2026-03-03", areas);
        const rows = [...page.matchAll(/^\| (\w+) \| (2026\S+)/gm)].map(([, name, day]) => `${name} ${day}`);
        assert.deepEqual(rows, ["cards 2026-03-03", "values 2026-03-02"]);
    });
});

describe("the sandbox of a run", () => {
    it("is a folder of its own, and what a killed run left is taken away", () => {
        const all = mkdtempSync(path.join(tmpdir(), "mutation-"));
        const { pid } = spawnSync(process.execPath, ["--version"]);
        for (const name of [String(pid), String(process.ppid)]) mkdirSync(path.join(all, name));
        assert.equal(ownSandbox(all), path.join(all, String(process.pid)));
        assert.deepEqual(readdirSync(all), [String(process.ppid)]);
        rmSync(all, { recursive: true });
    });
});

describe("the areas of mutation", () => {
    it("are looked at every night, each by itself", () => {
        const { jobs } = parse(sourceOf(".github/workflows/nightly.yml"));
        assert.deepEqual(jobs.mutation.strategy.matrix.area, Object.keys(AREAS));
    });

    for (const [name, { mutate, tests }] of Object.entries(AREAS)) {
        it(`name folders and tests that are there: ${name}`, () => {
            for (const file of [...mutate.flatMap(filesOf), ...tests]) {
                assert.ok(existsSync(path.join(paths.root, file)), file);
            }
        });
    }
});

/** Of a pattern: the folder, or each of the files that braces name. */
function filesOf(pattern: string): string[] {
    const [, folder = "", names] = /^!?(.*?)(?:\{(.*)\}\.ts|\*\.ts)?$/.exec(pattern) ?? [];
    return names === undefined ? [folder] : names.split(",").map((name) => `${folder}${name}.ts`);
}
