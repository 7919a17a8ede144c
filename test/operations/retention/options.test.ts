import assert from "node:assert/strict";
import { retentionOptions } from "../../../operations/retention/options.ts";

describe("the options of npm run retention", () => {
    const read = (...args: string[]) => retentionOptions(["--stack", "local", ...args]);

    it("show, and delete nothing, unless they say so", () => {
        assert.deepEqual(read(), { stack: "local", what: "show", ids: [], atMost: 1000 });
        assert.deepEqual(read("--delete", "--at-most", "5"), { stack: "local", what: "delete", ids: [], atMost: 5 });
        assert.deepEqual(read("--hold", "--id", "a", "--id", "b").ids, ["a", "b"]);
    });

    for (const [args, fault] of [
        [["--delete", "--hold", "--id", "a"], /three things: name one of them/],
        [["--hold"], /name each with --id/],
        [["--delete", "--id", "a"], /--id with one of them/],
        [["--id", "a"], /--id with one of them/],
        [["--at-most", "0"], /whole number of 1 or more, got "0"/],
        [["--at-most", "many"], /got "many"/],
    ] as const) {
        it(`refuse ${args.join(" ")}`, () => assert.throws(() => read(...args), fault));
    }

    it("name the stacks where none is named", () => {
        assert.throws(() => retentionOptions([]), /Name the stack with --stack: dev, local, prod/);
    });
});
