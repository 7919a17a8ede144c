import assert from "node:assert/strict";
import type { Outcome } from "./lane.ts";
import { summaryLines } from "./summary.ts";

const outcome = (changes: Partial<Outcome>): Outcome => ({
    file: "test/some.test.ts",
    passed: 0,
    pending: 0,
    failures: [],
    seconds: 1,
    printed: "",
    ...changes,
});

describe("the summary of npm test", () => {
    it("counts in the lines that mocha ends with", () => {
        const lines = summaryLines([outcome({ passed: 2, pending: 1 }), outcome({ passed: 3 })], 125, 2);
        assert.deepEqual(lines, ["", "  5 passing (2 min 5 s, 2 lanes)", "  1 pending"]);
    });

    it("shows every failure whole, and the command that runs it again", () => {
        const failures = [
            { title: "a cat's day begins", text: "a cat's day\n  begins:\n\n  Error: no\n", isTest: true },
            { title: '"after all" hook', text: '"after all" hook:\n', isTest: false },
        ];
        const lines = summaryLines([outcome({ failures, printed: "it jumped\n" }), outcome({ passed: 1 })], 60, 4);
        const text = lines.join("\n");
        assert.match(text, / {2}1\) a cat's day\n {2}begins:\n\n {2}Error: no\n/);
        assert.ok(text.includes(`again: npm test -- test/some.test.ts --fgrep 'a cat'\\''s day begins'\n`), text);
        assert.match(text, / {2}2\) "after all" hook:\n\n +again: npm test -- test\/some\.test\.ts\n/);
        assert.match(text, /printed while test\/some\.test\.ts ran:\n +it jumped\n/);
        assert.match(text, / {2}1 passing \(1 min 0 s, 4 lanes\)\n {2}2 failing$/);
    });

    it("says nothing of what a file printed that passed", () => {
        assert.ok(
            !summaryLines([outcome({ printed: "it jumped" })], 1, 2)
                .join()
                .includes("jumped"),
        );
    });
});
