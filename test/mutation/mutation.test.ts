import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { paths } from "../../tools/paths.mjs";
import { AREAS } from "./areas.ts";
import { judged, type Mutant } from "./judged.ts";
import { SURVIVORS } from "./survivors.ts";

const sourceOf = (file: string): string => readFileSync(path.join(paths.root, file), "utf8");
const mutant = (status: string, changes: Partial<Mutant> = {}): Mutant => ({
    ...{ file: "a.ts", line: 1, replacement: "x", status, mutator: "StringLiteral" },
    ...changes,
});

describe("the judgement on mutants", () => {
    it("counts those that tests noticed, and names those that none did and that nobody explained", () => {
        const { percent, unlisted, text } = judged(
            [mutant("Killed"), mutant("Timeout"), mutant("Survived"), mutant("NoCoverage"), mutant("CompileError")],
            () => ["const one = 1;"],
        );
        assert.deepEqual([percent, unlisted], [50, 2]);
        assert.match(text, /2 of 4 mutants noticed, 50\.0 %; 0 survivors with a reason, 2 without/);
        assert.match(text, /a\.ts:1 StringLiteral: const one = 1; -> x\n {4}NOT LISTED/);
        assert.match(text, /NOT TESTED/);
    });

    it("takes a listed survivor for explained, by its line and its change", () => {
        for (const { file, line, mutant: replacement } of SURVIVORS) {
            const one = mutant("Survived", { file, replacement });
            assert.equal(judged([one], () => [`    ${line}`]).unlisted, 0, line);
            assert.equal(judged([one], () => ["another line"]).unlisted, 1, line);
        }
    });
});

describe("the list of survivors", () => {
    it("names lines that are still there, each with a reason", () => {
        for (const { file, line, reason } of SURVIVORS) {
            assert.ok(sourceOf(file).includes(line), `${file} has no line "${line}" any more: take it out of the list`);
            assert.ok(reason.length > 20, line);
        }
    });
});

describe("the areas of mutation", () => {
    for (const [name, { mutate, tests }] of Object.entries(AREAS)) {
        it(`name folders and tests that are there: ${name}`, () => {
            for (const file of [...mutate.map((one) => one.replace(/^!|\*\.ts$/g, "")), ...tests]) {
                assert.ok(existsSync(path.join(paths.root, file)), file);
            }
        });
    }
});
