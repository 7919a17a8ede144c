import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../tools/paths.mjs";
import { PROMISES, PROMISING } from "./promises.ts";

const read = (file: string): string => readFileSync(join(paths.root, file), "utf8");
const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** Sentences, items of lists and rows of tables outside blocks of code. */
function sentencesOf(document: string): string[] {
    return document
        .replace(/^```[\s\S]*?^```/gm, "")
        .split(/\n\s*\n|\n(?=[-|] |\d+\. )/)
        .flatMap((block) => oneLine(block).split(/(?<=[.;:]) /));
}

describe("the promises of README.md", () => {
    const readme = read("README.md");

    it("have a test each, which is there", () => {
        const gone = PROMISES.filter(([, file, test]) => !oneLine(read(file)).includes(test));
        assert.deepEqual(gone, []);
    });

    it("are those that it makes, and no older ones", () => {
        const gone = PROMISES.filter(([words]) => !oneLine(readme).includes(words));
        assert.deepEqual(gone, []);
    });

    it("are all of its sentences that say never, nothing, whatever or the like", () => {
        const untested = sentencesOf(readme).filter(
            (sentence) => PROMISING.test(sentence) && !PROMISES.some(([words]) => sentence.includes(words)),
        );
        assert.deepEqual(untested, []);
    });
});
