import assert from "node:assert/strict";
import { splitWords } from "../../../local/engine/runtime-options.mjs";

describe("the nodeargs of a runtime", () => {
    for (const { text, words } of [
        { text: "", words: [] },
        { text: "--import tsx/esm", words: ["--import", "tsx/esm"] },
        { text: "  --require   './a folder/x.cjs' ", words: ["--require", "./a folder/x.cjs"] },
        { text: '--title="two words" -r x', words: ["--title=two words", "-r", "x"] },
    ]) {
        it(`are split at spaces outside quotes: ${text}`, () => assert.deepEqual(splitWords(text), words));
    }
});
