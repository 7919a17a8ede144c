import assert from "node:assert/strict";
import { LIMITS } from "../../../functions/unpack/limits.ts";

describe("the limits of a file", () => {
    it("are a megabyte a row, and what the largest honest files need", () => {
        assert.deepEqual(LIMITS, {
            rowBytes: 1_048_576,
            recordLines: 1000,
            xmlNodeLength: 262_144,
            xmlDepth: 64,
            messageTransactions: 2_000_000,
            gzipRatio: 200,
            bombFreeBytes: 16_777_216,
            unpackedBytes: 68_719_476_736,
            copyLength: 1_073_741_824,
        });
    });
});
