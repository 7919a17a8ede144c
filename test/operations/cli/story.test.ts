import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { Story } from "../../../operations/cli/story.ts";
import { TimedStory } from "../../../operations/start/timed-story.ts";

function written(): { out: NodeJS.WriteStream; text: () => string } {
    let text = "";
    const out = new Writable({
        write: (chunk, _encoding, done) => {
            text += chunk;
            done();
        },
    });
    return { out: out as unknown as NodeJS.WriteStream, text: () => text };
}

describe("story", () => {
    it("tells a step's begin, its end, its time and its result, a line each, where there is no terminal", async () => {
        const { out, text } = written();
        await new Story(out).step("Counting", async () => 3, String);
        assert.match(text(), /^• Counting\n✓ Counting \(\d+\.\d s\) {2}3\n$/);
    });

    it("marks a step whose result is not well as one that failed", async () => {
        const { out, text } = written();
        const story = new TimedStory(new AbortController().signal, out);
        await story.timed(
            "lost",
            "Counting",
            async () => 3,
            String,
            (count) => count === 4,
        );
        assert.match(text(), /\n✗ Counting \(\d+\.\d s\) {2}3\n$/);
        assert.doesNotMatch(text(), /✓/);
    });

    it("keeps to 80 columns, whatever a step comes to", async () => {
        const { out, text } = written();
        const story = new Story(out);
        await story.step("Guardrails", async () => "0 violations, ".repeat(12), String);
        story.line(`  ${"a remark of many words ".repeat(8)}`);
        assert.deepEqual(
            text()
                .split("\n")
                .filter((line) => line.length > 80),
            [],
        );
    });

    it("marks the step that failed, and lets its error through", async () => {
        const { out, text } = written();
        const step = new Story(out).step("Counting", () => Promise.reject(new Error("no numbers")));
        await assert.rejects(step, /no numbers/);
        assert.match(text(), /✗ Counting/);
    });

    it("begins no step once it is interrupted", async () => {
        const stop = new AbortController();
        const { out, text } = written();
        const story = new TimedStory(stop.signal, out);
        await story.timed("first", "First", async () => undefined);
        stop.abort(new Error("stopped by SIGINT"));
        await assert.rejects(
            story.timed("second", "Second", async () => undefined),
            /stopped by SIGINT/,
        );
        assert.deepEqual(Object.keys(story.seconds), ["first"]);
        assert.doesNotMatch(text(), /Second/);
    });
});
