import assert from "node:assert/strict";
import { asAnyText, asUtf8, asXmlText } from "../../../../functions/unpack/text/encoding.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { SEPARATOR } from "../../../../functions/unpack/text/separators.ts";
import { inChunks, textOf } from "../support/readers.ts";

const FIRST = new RegExp(`(?<separator>${SEPARATOR.source})`);
const TEXT = "transaction_id,amount\n1,\u00e4\u20ac\n";
const bigEndian = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const mark = (...bytes: number[]): Buffer => Buffer.from(bytes);

const utf8 = (file: Buffer, chunk = 7): Promise<string> => textOf(asUtf8(inChunks(file, chunk), FIRST));
async function charactersOf(texts: AsyncIterable<string>): Promise<string> {
    let all = "";
    for await (const text of texts) all += text;
    return all;
}
const xml = (file: Buffer, chunk = 7): Promise<string> => charactersOf(asXmlText(inChunks(file, chunk)));
const fault = (reason: string, message: string) => (error: unknown) => {
    assert.ok(error instanceof FileFault);
    assert.deepEqual([error.reason, error.message], [reason, message]);
    return true;
};

describe("the bytes of a file as UTF-8", () => {
    const files = {
        "UTF-8": Buffer.from(TEXT),
        "UTF-8 with its mark": Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from(TEXT)]),
        "UTF-16 with the mark of the little end": Buffer.concat([mark(0xff, 0xfe), Buffer.from(TEXT, "utf16le")]),
        "UTF-16 with the mark of the big end": Buffer.concat([mark(0xfe, 0xff), bigEndian(TEXT)]),
        "UTF-16 without a mark, little end": Buffer.from(TEXT, "utf16le"),
        "UTF-16 without a mark, big end": bigEndian(TEXT),
    };
    for (const [name, file] of Object.entries(files)) {
        it(`are those of its text: ${name}`, async () => {
            for (const chunk of [1, 2, 7, 10_000]) assert.equal(await utf8(file, chunk), TEXT, `in pieces of ${chunk}`);
            assert.equal(await xml(file), TEXT);
            assert.equal(await charactersOf(asAnyText(inChunks(file, 7))), TEXT);
        });
    }

    it("are left as they are where they are Latin-1, for each line to decode", async () => {
        const file = Buffer.from("a,\xe4\n", "latin1");
        const chunks: Uint8Array[] = [];
        for await (const chunk of asUtf8(inChunks(file, 2), FIRST)) chunks.push(chunk);
        assert.deepEqual(Buffer.concat(chunks), file);
    });

    it("are left as they are behind a mark too, which goes", async () => {
        const chunks: Uint8Array[] = [];
        const file = Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from("a,\xe4\n", "latin1")]);
        for await (const chunk of asUtf8(inChunks(file, 2), FIRST)) chunks.push(chunk);
        assert.deepEqual(Buffer.concat(chunks), Buffer.from("a,\xe4\n", "latin1"));
    });

    it("are left as they are where they begin with a part of a mark, and where there are few", async () => {
        const beginnings = ["\xef\xbb", "\xefa\xbf", "a\xbb\xbf", "a\xfe", "\xffa", "a\xff", "\xfea"];
        for (const text of [...beginnings.map((begins) => `${begins}bcde`), "a", "ab", "abc"]) {
            const file = Buffer.from(text, "latin1");
            const chunks: Uint8Array[] = [];
            for await (const chunk of asUtf8(inChunks(file, 2), FIRST)) chunks.push(chunk);
            assert.deepEqual(Buffer.concat(chunks), file, JSON.stringify(text));
        }
    });

    it("are UTF-16 by the mark alone, in whatever script the text is", async () => {
        const chinese = "\u8cc7".repeat(50);
        assert.equal(await utf8(Buffer.from(`\ufeff${chinese}`, "utf16le")), chinese);
        assert.equal(await utf8(bigEndian(`\ufeff${chinese}`)), chinese);
        await assert.rejects(utf8(Buffer.from(chinese, "utf16le")), /binary data/);
    });

    it("are the same wherever a character is cut", async () => {
        const long = "abc\u00e4\u20ac\u{1f600}".repeat(2000);
        for (const chunk of [4093, 4097]) {
            assert.equal(await xml(Buffer.from(`<a>${long}</a>`), chunk), `<a>${long}</a>`);
            assert.equal(await utf8(Buffer.from(`\ufeff${long}`, "utf16le"), chunk), long);
        }
    });

    it("are UTF-8 for all that a few zeros slipped in", async () => {
        const few = Buffer.concat([Buffer.from("a".repeat(199)), mark(0)]);
        assert.equal((await utf8(Buffer.concat([few.subarray(1), mark(0)]))).length, 200);
        assert.equal((await utf8(few)).length, 200);
        await assert.rejects(
            utf8(Buffer.concat([few, mark(0, 0)])),
            fault("unreadable-file", "the file holds binary data"),
        );
    });

    it("are UTF-8 if a quarter of them is ASCII", async () => {
        const others = (count: number): Buffer => Buffer.alloc(count, 0xe4);
        await utf8(Buffer.concat([others(3), Buffer.from("~")]));
        for (const ascii of ["\x7f", "\x1f", "\v"]) {
            const file = Buffer.concat([others(3), Buffer.from(ascii)]);
            await assert.rejects(utf8(file), fault("unreadable-file", "the file holds binary data"));
        }
        for (const blank of ["\t", "\n", "\r", " "]) await utf8(Buffer.concat([others(3), Buffer.from(blank)]));
        await assert.rejects(utf8(Buffer.concat([others(4), Buffer.from("~")])), /binary data/);
    });

    it("are no UTF-16 where zeros stand on both sides, or too few", async () => {
        const few = ["a\0bc", "\0abc", "a\0bcde", "\0abcde"];
        // A sixteenth of the zeros on the other side.
        const both = [`${"a\0".repeat(16)}\0b`, `${"\0a".repeat(16)}b\0`];
        for (const pattern of ["\0a\0\0", "a\0\0\0", "a\0bcd", "\0abcd", ...few, ...both]) {
            await assert.rejects(
                utf8(Buffer.from(pattern.repeat(50), "latin1")),
                /binary data/,
                JSON.stringify(pattern),
            );
        }
    });

    it("have line feeds in the place of a separator that ends the first line", async () => {
        for (const separator of ["\u0085", "\u2028", "\x1e", "\v"]) {
            assert.equal(await utf8(Buffer.from(`a${separator}b${separator}c`), 1), "a\nb\nc");
        }
        assert.equal(await utf8(Buffer.from("a\nb\u2028c")), "a\nb\u2028c");
    });

    it("are not to be had of UTF-16 behind which another encoding begins, however it comes", async () => {
        const other = "transaction_id,amount\n".repeat(3);
        const begins = Buffer.from("a,b\n".repeat(2000), "utf16le");
        for (const behind of [Buffer.from(other), bigEndian(other)]) {
            for (const chunk of [1, 7, 100_000]) {
                await assert.rejects(
                    utf8(Buffer.concat([mark(0xff, 0xfe), begins, behind]), chunk),
                    fault("unreadable-file", "the file goes on in another encoding than the one it begins in"),
                );
            }
        }
    });

    it("may be ideographs in UTF-8, whatever they would be in UTF-16", async () => {
        const text = `${"a".repeat(100)}${"\u4e2d".repeat(50)}`;
        assert.equal(await utf8(Buffer.from(text)), text);
        assert.equal(await charactersOf(asAnyText(inChunks(Buffer.from(text), 7))), text);
    });

    const faults = [
        { title: "nothing", file: Buffer.alloc(0), reason: "empty-file", message: "the file has no bytes" },
        { title: "gzip", file: mark(0x1f, 0x8b, 8), message: "the file is packed twice" },
        { title: "a ZIP archive", file: Buffer.from("PK\x03\x04"), message: "the file is a ZIP archive; gzip is read" },
        {
            title: "UTF-32",
            file: mark(0, 0, 0xfe, 0xff),
            message: "the file is UTF-32; UTF-8, UTF-16 and Latin-1 are read",
        },
        {
            title: "UTF-32 of the little end",
            file: mark(0xff, 0xfe, 0, 0),
            message: "the file is UTF-32; UTF-8, UTF-16 and Latin-1 are read",
        },
    ];
    for (const { title, file, reason = "unreadable-file", message } of faults) {
        it(`are not to be had of ${title}`, async () => assert.rejects(utf8(file), fault(reason, message)));
    }

    it("are not to be had where they fail before the first, for that reason", async () => {
        const failing = (): AsyncIterable<Buffer> => ({
            [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("connection reset")) }),
        });
        await assert.rejects(textOf(asUtf8(failing(), FIRST)), /connection reset/);
    });
});

describe("the characters of an XML file", () => {
    const declared = (encoding: string, rest = ""): string =>
        `<?xml version="1.0" encoding="${encoding}"?><a>${rest}</a>`;

    it("are read as they are declared, where one byte is one", async () => {
        for (const encoding of ["ISO-8859-1", "windows-1252", "latin1"]) {
            const text = declared(encoding, "\u00e4");
            assert.equal(await xml(Buffer.from(text, "latin1")), text);
        }
        const spaced = `\n <?xml version='1.0'\n encoding = 'iso-8859-1' ?><a>\u00e4</a>`;
        assert.equal(await xml(Buffer.from(spaced, "latin1")), spaced);
    });

    it("are UTF-8 whatever else is declared, and without a declaration", async () => {
        for (const encoding of ["UTF-8", "utf8", "UTF-16", "utf16", "utf-32", "UCS-2", "UCS4", "ISO-10646-UCS-2"]) {
            const text = declared(encoding, "\u00e4");
            assert.equal(await xml(Buffer.from(text)), text, encoding);
        }
        assert.equal(await xml(Buffer.from("<a>\u00e4</a>")), "<a>\u00e4</a>");
        assert.equal(await xml(Buffer.from('<a encoding="latin1">\u00e4</a>')), '<a encoding="latin1">\u00e4</a>');
    });

    it("are what the mark says, whatever is declared", async () => {
        const text = declared("ISO-8859-1", "\u00e4");
        assert.equal(await xml(Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from(text)])), text);
        assert.equal(await xml(Buffer.concat([mark(0xff, 0xfe), Buffer.from(text, "utf16le")])), text);
        assert.equal(await xml(Buffer.from(text, "utf16le")), text);
    });

    it("are not to be had in an encoding that nobody knows", async () => {
        await assert.rejects(xml(Buffer.from(declared("klingon"))), (error) => {
            assert.ok(error instanceof FileFault && error.cause instanceof RangeError);
            return fault("unreadable-file", 'the declared encoding "klingon" is unknown')(error);
        });
        await assert.rejects(xml(Buffer.from(declared("x-utf-8"))), /"x-utf-8" is unknown/);
    });

    it("are anything at all for people to look at", async () => {
        const text = declared("klingon", "\u00e4");
        assert.equal(await charactersOf(asAnyText(inChunks(Buffer.from(text), 3))), text);
    });
});
