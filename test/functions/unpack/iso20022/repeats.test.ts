import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { Repeats } from "../../../../functions/unpack/iso20022/repeats.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";

const reference = (number: number): string => createHash("sha256").update(`${number}`).digest("hex").slice(0, 32);

describe("the references of a message", () => {
    it("are counted each, however many there are", () => {
        const repeats = new Repeats(10_000);
        for (let number = 0; number < 5000; number++) assert.equal(repeats.ordinalOf(reference(number)), 1);
        for (const ordinal of [2, 3, 4]) {
            for (let number = 0; number < 5000; number += 7)
                assert.equal(repeats.ordinalOf(reference(number)), ordinal);
        }
        assert.equal(repeats.ordinalOf(reference(5000)), 1);
    });

    it("are told apart by their beginning, one of nothing but zeros too", () => {
        const repeats = new Repeats(10);
        assert.deepEqual(
            ["0", "0", "1", "f", "0", "f"].map((digit) => repeats.ordinalOf(digit.repeat(32))),
            [1, 2, 1, 1, 3, 2],
        );
        const least = "1".padStart(13, "0");
        assert.deepEqual([repeats.ordinalOf(least), repeats.ordinalOf(least)], [1, 2]);
    });

    it("find their places where several want the same", () => {
        const repeats = new Repeats(10);
        // The same rest by the number of places, and the last place of all.
        const keys = [1023, 2047, 3071, 1022].map((key) => (key - 1).toString(16).padStart(13, "0"));
        assert.deepEqual(
            [...keys, ...keys].map((key) => repeats.ordinalOf(key)),
            [1, 1, 1, 1, 2, 2, 2, 2],
        );
    });

    it("are as many as a message may hold, and those that repeat count once", () => {
        const repeats = new Repeats(3);
        for (const number of [1, 2, 3, 3, 3, 2]) repeats.ordinalOf(reference(number));
        assert.throws(
            () => repeats.ordinalOf(reference(4)),
            (error) => {
                assert.ok(error instanceof FileFault);
                assert.deepEqual(
                    [error.reason, error.message],
                    ["unreadable-file", "a message holds more than 3 transactions"],
                );
                return true;
            },
        );
    });
});
