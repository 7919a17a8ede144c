import assert from "node:assert/strict";
import { required, requiredNumber } from "../../../functions/adapters/environment.ts";

describe("required", () => {
    it("gives the variable's text", () => assert.equal(required("TABLE", { TABLE: "ledger" }), "ledger"));

    for (const environment of [{}, { TABLE: "" }]) {
        it(`names the variable that is ${"TABLE" in environment ? "empty" : "absent"}`, () => {
            assert.throws(() => required("TABLE", environment), { message: "environment variable TABLE is not set" });
        });
    }
});

describe("requiredNumber", () => {
    const range = { from: 0, to: 1 };

    it("gives a number within the range, ends included", () => {
        assert.deepEqual(
            ["0", "0.7", "1"].map((X) => requiredNumber("X", range, { X })),
            [0, 0.7, 1],
        );
    });

    for (const X of ["-0.1", "1.1", "high", " ", "NaN", "Infinity"]) {
        it(`refuses "${X}" and says what would be right`, () => {
            assert.throws(() => requiredNumber("X", range, { X }), {
                message: `environment variable X must be a number from 0 to 1, got "${X}"`,
            });
        });
    }

    it("refuses a fraction where a whole number is needed", () => {
        assert.throws(() => requiredNumber("X", { from: 0, to: 9, whole: true }, { X: "1.5" }), {
            message: 'environment variable X must be a whole number from 0 to 9, got "1.5"',
        });
    });
});
