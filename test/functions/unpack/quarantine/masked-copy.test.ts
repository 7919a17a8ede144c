import assert from "node:assert/strict";
import { gunzipSync, gzipSync } from "node:zlib";
import { LIMITS } from "../../../../functions/unpack/limits.ts";
import { keepMaskedCopy } from "../../../../functions/unpack/quarantine/masked-copy.ts";
import type { Mask } from "../../../../functions/unpack/quarantine/masking.ts";
import { jobOf } from "../support/memory-world.ts";
import { inChunks } from "../support/readers.ts";

/** Of what is masked at once, of what is looked at with it, and of one part. */
const [PIECE, AHEAD, PART] = [128 * 1024, 8 * 1024, 4 * 1024 * 1024];
const CARD = "4539578763621486";
/** Of no issuer and with a wrong check digit. */
const MISTYPED = "9539578763621487";
const JOB = jobOf("elsewhere/a.txt");

interface How {
    chunk?: number;
    copyLength?: number;
    enough?: () => boolean;
}

/** The copy's parts, and what was masked at once. */
async function copyOf(file: string | Uint8Array | AsyncIterable<Uint8Array>, how: How = {}) {
    const { chunk = 100_000, copyLength = 100 * PART, enough = () => false } = how;
    const bytes = typeof file === "string" ? Buffer.from(file) : file;
    const pieces: string[] = [];
    const mask: Mask = (text) => {
        pieces.push(text);
        return text;
    };
    const parts: { key: string; type: string; text: string }[] = [];
    const write = async (key: string, body: string | Uint8Array, type: string): Promise<void> => {
        parts.push({ key, type, text: gunzipSync(body as Uint8Array).toString() });
    };
    await keepMaskedCopy(JOB, bytes instanceof Uint8Array ? inChunks(bytes, chunk) : bytes, {
        ...{ writer: { write }, mask, enough },
        limits: { ...LIMITS, copyLength },
    });
    return { parts, pieces, text: parts.map(({ text }) => text).join("") };
}

/** How long the first piece is of a text that holds this where a piece would end, so many characters before. */
async function firstPiece(written: string, before: number, filler = "x"): Promise<number> {
    const text = `${filler.repeat(PIECE - before)}${written}${"y".repeat(AHEAD)}`;
    const { pieces } = await copyOf(text);
    assert.equal(pieces.join(""), text);
    return pieces[0]?.length ?? 0;
}

describe("the copy of a faulty file", () => {
    it("is kept in parts of four million characters, packed", async () => {
        const file = "0 x\n".repeat((2 * PART + 500_000) / 4);
        const { parts, text } = await copyOf(file);
        assert.ok(text === file);
        assert.deepEqual(
            parts.map(({ key, type, text }) => [key, type, text.length]),
            [1, 2, 3].map((part) => [
                `files/elsewhere/a.txt/version-v1/part-0000${part}.gz`,
                "application/gzip",
                part < 3 ? PART : 500_000,
            ]),
        );
    });

    it("has no part behind one that the file ends with", async () => {
        assert.deepEqual((await copyOf("x".repeat(PART))).parts.length, 1);
    });

    it("is nothing of what is no text, and of nothing", async () => {
        for (const file of ["", Buffer.from("PK\x03\x04"), Buffer.alloc(100), gzipSync(gzipSync("x"))]) {
            assert.deepEqual((await copyOf(file)).parts, []);
        }
    });

    it("is unpacked, as far as it can be", async () => {
        assert.equal((await copyOf(gzipSync("a\nb"))).text, "a\nb");
        const packed = gzipSync("row\n".repeat(1000));
        assert.equal((await copyOf(packed.subarray(0, -4))).text, "row\n".repeat(1000));
    });

    it("ends with the characters that come to its limit", async () => {
        for (const [copyLength, length] of [
            [1, 5000],
            [10_000, 10_000],
            [10_001, 15_000],
        ] as const) {
            assert.equal((await copyOf("x".repeat(30_000), { chunk: 5000, copyLength })).text.length, length);
        }
    });

    it("ends when there is no more time", async () => {
        let asked = 0;
        const { text } = await copyOf("x".repeat(30_000), { chunk: 5000, enough: () => ++asked === 3 });
        assert.equal(text.length, 15_000);
    });

    it("fails where the file cannot be had", async () => {
        const failing = async function* () {
            yield Buffer.from("a");
            throw new Error("connection reset");
        };
        await assert.rejects(copyOf(failing()), /connection reset/);
    });
});

describe("what is masked at once of a copy", () => {
    it("is so much, the rest too, however the file comes", async () => {
        const file = "x".repeat(2 * PIECE + AHEAD);
        const lengths = [PIECE, PIECE, AHEAD];
        for (const chunk of [PIECE + AHEAD - 1, PIECE + AHEAD, 1_000_000]) {
            assert.deepEqual(
                (await copyOf(file, { chunk })).pieces.map((piece) => piece.length),
                lengths,
            );
        }
        assert.deepEqual(
            (await copyOf("x".repeat(PIECE))).pieces.map((piece) => piece.length),
            [PIECE],
        );
        assert.deepEqual(
            (await copyOf("x".repeat(PIECE + 1))).pieces.map((piece) => piece.length),
            [PIECE, 1],
        );
    });

    it("is masked as soon as enough of the file is there", async () => {
        for (const [length, expected] of [
            [PIECE, [0, 0, 1, 2]],
            [PIECE + AHEAD, [0, 1, 2, 3]],
        ] as const) {
            const asked: number[] = [];
            const pieces: string[] = [];
            const bytes = async function* () {
                for (let count = 0; count < 4; count++) {
                    asked.push(pieces.length);
                    yield Buffer.alloc(length, "x");
                }
            };
            const mask = (text: string): string => {
                pieces.push(text);
                return text;
            };
            const writer = { write: async () => undefined };
            await keepMaskedCopy(JOB, bytes(), { writer, mask, limits: LIMITS, enough: () => false });
            assert.deepEqual(asked, expected);
        }
    });

    it("ends before a card number that it would cut", async () => {
        for (const written of [CARD, CARD.replace(/(?<=^.{8})/, " ; "), `a${CARD}`]) {
            const start = written.indexOf("4");
            for (const before of [start + 1, start + 5, start + 15]) {
                assert.equal(await firstPiece(written, before), PIECE - before + start, `${written} ${before}`);
            }
        }
        // Behind it, and before it, nothing is cut.
        const raised = CARD.replace(/\d/g, (digit) =>
            "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(Number(digit)),
        );
        assert.equal(await firstPiece(`${raised};`, 16), PIECE);
        assert.equal(await firstPiece(`${raised};`, 15), PIECE - 15);
        assert.equal(await firstPiece(`;${CARD};`, 0), PIECE);
        assert.equal(await firstPiece(`${CARD};`, CARD.length + 1), PIECE);
    });

    it("ends before digits that may go on to be a mistyped one, whatever stands between them", async () => {
        assert.equal(await firstPiece(MISTYPED, 5), PIECE - 5);
        assert.equal(await firstPiece(MISTYPED, 16), PIECE - 16);
        const between = " \t\n\u00a0-._/\u00ad\u2010\u2015\u2212\u200b\u200f\u202a\u202e\u2060\u2069\ufeff";
        for (const separator of between) {
            const written = `${MISTYPED.slice(0, 4)}${separator.repeat(2)}${MISTYPED.slice(4)}`;
            for (const before of [4, 5, 6, 9]) {
                assert.equal(await firstPiece(written, before), PIECE - before, JSON.stringify(separator));
            }
        }
        for (const other of ["x", ":", ",", "\u2027", "\u2070", "+"]) {
            const written = `${MISTYPED.slice(0, 4)}${other}${MISTYPED.slice(4)}`;
            assert.equal(await firstPiece(written, 6), PIECE - 1, JSON.stringify(other));
            assert.equal(await firstPiece(written, 5), PIECE, JSON.stringify(other));
        }
        const arabic = MISTYPED.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
        assert.equal(await firstPiece(arabic, 5), PIECE - 5);
    });

    it("ends before digits that go back far, and within those that are nearly all there is", async () => {
        assert.equal(await firstPiece("1".repeat(60_000), 60_000), PIECE - 60_000);
        assert.equal(await firstPiece("1".repeat(PIECE), PIECE - 1), PIECE);
        assert.equal(await firstPiece("1".repeat(PIECE), PIECE / 2), PIECE);
        assert.equal(await firstPiece("1".repeat(PIECE), PIECE / 2 - 1), PIECE / 2 + 1);
    });
});
