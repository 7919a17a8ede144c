import assert from "node:assert/strict";
import { packing } from "../../../../functions/unpack/text/packings.ts";
import { SEPARATOR, separated, separatorOf } from "../../../../functions/unpack/text/separators.ts";
import { inChunks, textOf } from "../support/readers.ts";

const FIRST = new RegExp(`(?<separator>${SEPARATOR.source})`);
const separators = ["\v", "\f", "\x1c", "\x1d", "\x1e", "\u0085", "\u2028", "\u2029"];

describe("the separator of a file", () => {
    for (const separator of separators) {
        it(`is ${JSON.stringify(separator)} where it stands in the first line, as the file writes it`, () => {
            assert.deepEqual(separatorOf(Buffer.from(`\u20aca${separator}b\nc`), FIRST), Buffer.from(separator));
        });
    }

    it("may be the last that is known of the file", () => {
        assert.deepEqual(separatorOf(Buffer.from("abc\x1e"), FIRST), Buffer.from("\x1e"));
    });

    it("is one byte in Latin-1", () => {
        assert.deepEqual(separatorOf(Buffer.from("\xe4\x85bcdef", "latin1"), FIRST), Buffer.from([0x85]));
    });

    it("is none that stands further down", () => {
        for (const end of ["\n", "\r"]) assert.equal(separatorOf(Buffer.from(`a${end}b\u2028c`), FIRST), undefined);
        for (const text of ["abc", "", "\nb\u2028c"]) assert.equal(separatorOf(Buffer.from(text), FIRST), undefined);
    });

    it("is one byte in Latin-1 however short the file is", () => {
        for (const text of ["\x85", "a\x85", "\x85a", "a\x85b", "\xe4\x85", "\x85\xe4"]) {
            assert.deepEqual(separatorOf(Buffer.from(text, "latin1"), FIRST), Buffer.from([0x85]), text);
        }
    });

    it("is none that is a byte of another character", () => {
        // Each ends as a next line does in Latin-1, or has one within.
        for (const text of ["\u00c5", "\u00c5,b", "\u2005", "\u{1f145}", "a\u0145b"]) {
            assert.equal(separatorOf(Buffer.from(text), FIRST), undefined, text);
        }
        // The same character before a separator.
        assert.deepEqual(separatorOf(Buffer.from("\u00c5a\u0085"), FIRST), Buffer.from("\u0085"));
        const latin = Buffer.concat([Buffer.from("\u00c5a"), Buffer.from([0x85])]);
        assert.deepEqual(separatorOf(latin, FIRST), Buffer.from([0x85]));
    });

    it("is what stands first, whatever a later row is written in", () => {
        for (const [character, bytes] of [
            ["\u00e4", 1],
            ["\u20ac", 1],
            ["\u20ac", 2],
            ["\u{1f600}", 3],
        ] as const) {
            const head = Buffer.concat([Buffer.from("a\u2028b"), Buffer.from(character).subarray(0, bytes)]);
            assert.deepEqual(separatorOf(head, FIRST), Buffer.from("\u2028"));
        }
        // A header in UTF-8 with a name in Latin-1 below, and one in Latin-1 with rows that end in \u00c2.
        const mixed = Buffer.concat([Buffer.from("a\u0085b"), Buffer.from([0xe9]), Buffer.from("\u0085\nc")]);
        assert.deepEqual(separatorOf(mixed, FIRST), Buffer.from("\u0085"));
        assert.deepEqual(separatorOf(Buffer.from("a\x85b\xc2\x85c", "latin1"), FIRST), Buffer.from([0x85]));
    });

    it("is what stands first, whatever other one stands behind it in its line", () => {
        for (const others of ["\x1e", "\x85"]) {
            const line = Buffer.concat([Buffer.from("a\u2028b"), Buffer.from(others, "latin1")]);
            assert.deepEqual(separatorOf(line, FIRST), Buffer.from("\u2028"));
        }
    });

    it("is none behind an object from which a wider character parts it", () => {
        const first = new RegExp(`\\}(?<separator>${SEPARATOR.source})\\{`);
        for (const [between, separator] of [
            ["", Buffer.from([0x85])],
            ["\u00e4", undefined],
        ] as const) {
            const file = Buffer.concat([Buffer.from(`{}${between}`), Buffer.from([0x85]), Buffer.from("{}")]);
            assert.deepEqual(separatorOf(file, first), separator);
        }
    });

    it("is that of objects whose first one has a name in Latin-1", () => {
        const first = new RegExp(`\\}[ \\t]*(?<separator>${SEPARATOR.source})[ \\t]*(?:\\{|$)`);
        const object = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe9]), Buffer.from('"}')]);
        for (const separator of [Buffer.from("\u0085"), Buffer.from("\u2028"), Buffer.from([0x85])]) {
            assert.deepEqual(separatorOf(Buffer.concat([object, separator, object]), first), separator);
        }
    });
});

describe("a file with line feeds in the separator's place", () => {
    for (const separator of ["\v", "\u0085", "\u2028"]) {
        for (const text of ["a|b||c|", "|", "", "abc", "||a", "\u2029|\u2027|\u00a0"]) {
            it(`is the same however it comes: ${text} with ${JSON.stringify(separator)}`, async () => {
                const file = Buffer.from(text.replaceAll("|", separator));
                for (const chunk of [1, 2, 3, 4, 100]) {
                    const read = await textOf(separated(inChunks(file, chunk), Buffer.from(separator)));
                    assert.equal(read, text.replaceAll("|", "\n"), `in pieces of ${chunk}`);
                }
            });
        }
    }

    it("holds no more back than what may be a separator's beginning", async () => {
        const lengths: number[] = [];
        const file = Buffer.from("abcdef\u2028a\u2028");
        for await (const chunk of separated(inChunks(file, 6), Buffer.from("\u2028"))) lengths.push(chunk.length);
        // Two bytes wait, of which one separator has been made by then, and at last none.
        assert.deepEqual(lengths, [4, 4, 1, 0]);
    });

    it("keeps the beginning of a separator that the file ends with", async () => {
        const cut = Buffer.from("a\u2028").subarray(0, 3);
        const read: Buffer[] = [];
        for await (const chunk of separated(inChunks(cut, 1), Buffer.from("\u2028"))) read.push(chunk);
        assert.deepEqual(Buffer.concat(read), cut);
    });
});

describe("a packed file", () => {
    const beginnings: [string, string][] = [
        ["gzip", "1f8b08"],
        ["ZIP", "504b0304"],
        ["ZIP", "504b0506"],
        ["ZIP", "504b0708"],
        ["ZIP", "504b3030504b0304"],
        ["7-Zip", "377abcaf271c"],
        ["RAR", "526172211a07"],
        ...Array.from({ length: 9 }, (_, index): [string, string] => ["bzip2", `425a683${index + 1}`]),
        ["XZ", "fd377a585a00"],
        ["Zstandard", "28b52ffd"],
        ["LZ4", "04224d18"],
        ["LZ4", "02214c18"],
        ["zlib", "7801"],
        ["zlib", "789c"],
        ["zlib", "78da"],
        ["compress", "1f9d"],
        ["lzip", "4c5a4950"],
        ["Snappy", "ff060000734e6150"],
        ["Cabinet", "4d534346"],
    ];
    for (const [name, hex] of beginnings) {
        it(`is ${name} where it begins with ${hex}, and not where another byte comes before it`, () => {
            assert.equal(packing(Buffer.from(`${hex}ff`, "hex")), name);
            assert.equal(packing(Buffer.from(`00${hex}`, "hex")), undefined);
            assert.equal(packing(Buffer.from(hex.slice(0, -2), "hex")), hex === "1f8b08" ? name : undefined);
        });
    }

    it("is one behind a mark or blanks too, or both", () => {
        for (const before of ["\ufeff", " ", "\t", "\r\n", "\ufeff\n \t"]) {
            assert.equal(packing(Buffer.concat([Buffer.from(before), Buffer.from("504b0304", "hex")])), "ZIP");
            assert.equal(packing(Buffer.from(before)), undefined);
        }
    });

    it("is none that begins as text does", () => {
        for (const text of ["", "PK", "BZh0", "7z", "transaction_id"])
            assert.equal(packing(Buffer.from(text)), undefined);
    });
});
