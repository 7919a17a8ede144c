import assert from "node:assert/strict";
import type { Outcome } from "./lane.ts";
import { Progress } from "./progress.ts";

const outcome = (file: string, ...failures: string[]): Outcome => ({
    file,
    passed: 3,
    pending: 0,
    failures: failures.map((title) => ({ title, text: title, isTest: true })),
    seconds: 1.25,
    printed: "",
});

describe("the progress of npm test", () => {
    function told(isTerminal: boolean) {
        let text = "";
        const write = (chunk: string): boolean => {
            text += chunk;
            return true;
        };
        const files = ["test/a.test.ts", "test/b.test.ts", "test/c.test.ts"];
        const durations = { "test/a.test.ts": 1, "test/b.test.ts": 1, "test/c.test.ts": 600 };
        const progress = new Progress({ out: { columns: 200, write }, isTerminal, files, durations, lanes: 2 });
        progress.start("test/a.test.ts");
        progress.start("test/b.test.ts");
        progress.done(outcome("test/a.test.ts"));
        progress.done(outcome("test/b.test.ts", "a cat flies"));
        progress.start("test/c.test.ts");
        const seen = text;
        progress.end();
        return seen;
    }

    it("is a line for each file where there is no terminal, and every failure at once", () => {
        assert.deepEqual(told(false).split("\n"), [
            "✓ test/a.test.ts  3 passed (1.3 s)",
            "✗ test/b.test.ts  3 passed, 1 failed (1.3 s)",
            "    a cat flies",
            "",
        ]);
    });

    it("is one moving line on a terminal, with what runs and how long it will take; only failures stay", () => {
        const lines = told(true).split("\n");
        const shown = lines.map((line) => line.split("\r\x1b[2K").at(-1));
        assert.deepEqual(shown, [
            "✗ test/b.test.ts  3 passed, 1 failed (1.3 s)",
            "    a cat flies",
            "2 of 3 files · 6 passed, 1 failed · about 5 min left · test/c.test.ts 0 s",
        ]);
    });
});
