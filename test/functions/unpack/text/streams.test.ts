import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { LIMITS } from "../../../../functions/unpack/limits.ts";
import { peeked, sliced } from "../../../../functions/unpack/text/byte-stream.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { unzipped } from "../../../../functions/unpack/text/gunzip.ts";
import { LongLine, lines } from "../../../../functions/unpack/text/lines.ts";
import { inChunks, textOf } from "../support/readers.ts";

describe("sliced", () => {
    it("gives pieces of one size however the bytes come", async () => {
        for (const size of [1, 3, 10, 100]) {
            const pieces: string[] = [];
            for await (const piece of sliced(inChunks(Buffer.from("abcdefghijkl"), size), 5))
                pieces.push(piece.toString());
            assert.deepEqual(pieces, ["abcde", "fghij", "kl"]);
        }
    });
});

describe("peeked", () => {
    it("gives what came before an error, then the error", async () => {
        const failing = async function* () {
            yield Buffer.from("ab");
            throw new Error("broken");
        };
        const { head, bytes } = await peeked(failing(), 10);
        assert.equal(head.toString(), "ab");
        assert.equal((await bytes.next()).value?.toString(), "ab");
        await assert.rejects(bytes.next(), /broken/);
    });
});

describe("unzipped", () => {
    const zeros = gzipSync(Buffer.alloc(1_000_000));

    it("lets a high ratio pass while little has come out", async () => {
        const limits = { ...LIMITS, bombFreeBytes: 1_000_000 };
        assert.equal((await textOf(unzipped(inChunks(zeros, 100), limits))).length, 1_000_000);
    });

    it("stops a bomb long before it has unpacked", async () => {
        const bomb = gzipSync(Buffer.alloc(300_000_000));
        let length = 0;
        const reading = async () => {
            for await (const chunk of unzipped(inChunks(bomb, 65_536), LIMITS)) length += chunk.length;
        };
        await assert.rejects(reading, (error) => error instanceof FileFault && error.reason === "decompression-bomb");
        assert.ok(length < 40_000_000, `${length} bytes came out`);
    });

    it("stops a plain file at the absolute limit", async () => {
        const limits = { ...LIMITS, unpackedBytes: 10 };
        await assert.rejects(
            textOf(unzipped(inChunks(Buffer.from("a".repeat(11)), 4), limits)),
            /longer than 10 bytes/,
        );
        assert.equal(await textOf(unzipped(inChunks(Buffer.from("a".repeat(10)), 4), limits)), "a".repeat(10));
    });

    it("passes an error of the source on", async () => {
        const failing = async function* () {
            yield zeros.subarray(0, 100);
            throw new Error("connection reset");
        };
        await assert.rejects(textOf(unzipped(failing(), LIMITS)), /connection reset/);
    });
});

describe("lines", () => {
    it("drops one endless line as it passes", async () => {
        const piece = Buffer.alloc(1_000_000, "x");
        const endless = async function* () {
            for (let count = 0; count < 200; count++) yield piece;
            yield Buffer.from("\nshort");
        };
        let least = Number.POSITIVE_INFINITY;
        let held = 0;
        const watched = async function* () {
            for await (const chunk of endless()) {
                const now = process.memoryUsage().arrayBuffers;
                // Earlier tests may leave garbage, which goes at any time.
                least = Math.min(least, now);
                held = Math.max(held, now - least);
                // Each chunk is its own, as from a network.
                yield Buffer.from(chunk);
            }
        };
        const found: (string | LongLine)[] = [];
        for await (const some of lines(watched(), 1_000_000)) found.push(...some);
        assert.deepEqual([found.length, found[1]], [2, "short"]);
        assert.ok(found[0] instanceof LongLine && found[0].head.length === 8192);
        assert.ok(held < 150_000_000, `${held} bytes were held`);
    });
});
