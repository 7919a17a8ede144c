import assert from "node:assert/strict";
import { createProgress } from "../../../tools/setup/progress.mjs";
import { until } from "../support/until.ts";

describe("the progress of the set-up", () => {
    const record = () => {
        const written: string[] = [];
        return { written, stream: { columns: 40, write: (text: string) => written.push(text) } };
    };

    const withoutTime = (written: string[]) => written.map((text) => text.replace(/\d+ s\)/, "… s)"));

    it("writes plain lines where nobody watches: what starts, and what came of it", () => {
        const { written, stream } = record();
        const step = createProgress(stream, false).start("Engine");
        step.detail("compiling");
        step.done("Pulumi 3.228.0");
        assert.deepEqual(withoutTime(written), ["  Engine …\n", "✓ Engine: Pulumi 3.228.0 (… s)\n"]);
    });

    it("redraws one line for each step on a terminal, never wider than it", async () => {
        const { written, stream } = record();
        const step = createProgress(stream, true).start("Engine");
        step.detail("compiling a package with a name that is far too long for the line");
        const drawn = () => written.filter((text) => text.includes("compiling"));
        await until(() => drawn().length > 0);
        step.done("there");
        assert.ok(drawn().every((text) => text.trimEnd().length <= 39));
        assert.equal(withoutTime(written).at(-1), "✓ Engine: there (… s)\n");
    });

    it("tells the step that failed from those it stopped", () => {
        const { written, stream } = record();
        const progress = createProgress(stream, false);
        const [python, engine] = [progress.start("Python"), progress.start("Engine")];
        python.failed();
        engine.stopped();
        assert.deepEqual(withoutTime(written).slice(2), ["✗ Python (… s)\n", "- Engine: stopped (… s)\n"]);
    });
});
