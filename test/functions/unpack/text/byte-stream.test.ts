import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { buffer, drained, hashed, keptOpen, peeked, sliced } from "../../../../functions/unpack/text/byte-stream.ts";
import { textOf } from "../support/readers.ts";

/** Gives its chunks one by one, and remembers how many were asked for and whether it was closed. */
function source(...chunks: string[]) {
    const state = { asked: 0, closed: false };
    const bytes = (async function* () {
        try {
            for (const chunk of chunks) {
                state.asked++;
                yield Buffer.from(chunk);
            }
        } finally {
            state.closed = true;
        }
    })();
    return { bytes, state };
}

describe("bytes in pieces of one size", () => {
    it("have no empty piece at their end", async () => {
        for (const chunks of [["abcde", "fghij"], ["abcdefghij"], ["", "abc", "", "defghij", ""], []]) {
            const pieces: string[] = [];
            for await (const piece of sliced(source(...chunks).bytes, 5)) pieces.push(piece.toString());
            assert.deepEqual(pieces, chunks.length === 0 ? [] : ["abcde", "fghij"]);
        }
    });
});

describe("a piece of one size", () => {
    it("is given as soon as it is full", async () => {
        const { bytes, state } = source("ab", "cde", "fg");
        const { value } = await sliced(bytes, 5).next();
        assert.deepEqual([value?.toString(), state.asked], ["abcde", 2]);
    });
});

describe("the beginning of bytes", () => {
    it("asks for no more than it needs, and leaves all of them to be read", async () => {
        for (const [size, head, asked] of [
            [3, "abc", 1],
            [4, "abcd", 2],
            [6, "abcdef", 2],
            [9, "abcdefgh", 3],
        ] as const) {
            const { bytes, state } = source("abc", "def", "gh");
            const found = await peeked(bytes, size);
            assert.deepEqual([found.head.toString(), state.asked], [head, asked]);
            assert.equal(await textOf(found.bytes), "abcdefgh");
        }
    });

    it("closes the source with what is left of it", async () => {
        const { bytes, state } = source("abc", "def", "gh");
        const found = await peeked(bytes, 1);
        for await (const chunk of found.bytes) {
            assert.equal(chunk.toString(), "abc");
            break;
        }
        assert.deepEqual(state, { asked: 1, closed: true });
    });

    it("is nothing of nothing", async () => {
        const { head, bytes } = await peeked(source().bytes, 3);
        assert.equal(head.length, 0);
        assert.equal(await textOf(bytes), "");
    });
});

describe("bytes on their way", () => {
    it("are read to their end, and by another where a reader stops early", async () => {
        const { bytes, state } = source("abc", "def", "gh");
        for await (const _ of keptOpen(bytes)) break;
        assert.deepEqual(state, { asked: 1, closed: false });
        await drained(bytes);
        assert.deepEqual(state, { asked: 3, closed: true });
    });

    it("are hashed in passing", async () => {
        const hash = createHash("sha256");
        assert.equal(await textOf(hashed(source("abc", "def").bytes, hash)), "abcdef");
        assert.equal(hash.digest("hex"), createHash("sha256").update("abcdef").digest("hex"));
    });

    it("are the same as a buffer, wherever they lie in their memory", () => {
        const memory = Uint8Array.from([1, 2, 3, 4]);
        assert.deepEqual([...buffer(memory.subarray(1, 3))], [2, 3]);
        const own = Buffer.from("a");
        assert.equal(buffer(own), own);
    });
});
