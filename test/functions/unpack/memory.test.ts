import assert from "node:assert/strict";
import { benchUnpack } from "../../../bench/unpack.ts";

describe("unpack of a long file", () => {
    it("holds no more than a few megabytes of it", async () => {
        const before = process.memoryUsage.rss() / 1_000_000;
        const { rows, peakResidentMegabytes } = await benchUnpack(40_000_000);
        assert.ok(rows > 300_000);
        // Less than the file itself: what remains is garbage that is not yet collected.
        assert.ok(peakResidentMegabytes < Math.max(before, 100) + 80, `${peakResidentMegabytes} MB, ${before} before`);
    });
});
