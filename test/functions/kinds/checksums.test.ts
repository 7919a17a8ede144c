import assert from "node:assert/strict";
import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import type { FileSource } from "../../../contract/files/landing.ts";
import { inputs } from "../support/inputs.ts";
import { bankingLine, COLUMNS, cardRow, pacs, transfer } from "../troubles/support/files.ts";
import { type Told, told } from "../troubles/support/unpacked.ts";

const IDS = Array.from({ length: 40 }, (_, index) => `t${index + 1}`);
const TEXTS: Readonly<Record<FileSource, string>> = {
    "card-network": [COLUMNS, ...IDS.map((id) => cardRow(id))].join("\n"),
    "core-banking": IDS.map((id) => bankingLine(id)).join("\n"),
    iso20022: pacs(IDS.map((id) => transfer(id)).join("")),
};
const source = fc.constantFrom(...(Object.keys(TEXTS) as FileSource[]));
/** 0 stores the text as it is. */
const level = fc.constantFrom<Level>(0, 1, 9);
type Level = 0 | 1 | 9;
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
/** Bytes of a gzip header that say when and where it was packed, which no checksum covers. */
const TOLD_BY_HEADER = [4, 5, 6, 7, 8, 9];
/** In one member, or in two. */
const packed = (of: FileSource, how: Level, parts: boolean): Buffer => {
    const text = TEXTS[of];
    const half = text.indexOf("\n", text.length / 2) + 1 || Math.floor(text.length / 2);
    const pack = (part: string): Buffer => gzipSync(part, { level: how });
    return parts ? Buffer.concat([pack(text.slice(0, half)), pack(text.slice(half))]) : pack(text);
};

/** Everything of it, or nothing at all and a fault that says so. */
function assertWhole(found: Told, whole: Told): void {
    if (found.fault === "") assert.deepEqual(found, whole);
    else assert.deepEqual([found.sent, found.refused], [[], []]);
}

describe("packed files that are damaged on their way", () => {
    it("come to all of their rows or to none of them, whichever byte is wrong", async () => {
        await fc.assert(
            fc.asyncProperty(
                ...([source, level, fc.boolean(), place, fc.integer({ min: 1, max: 255 })] as const),
                async (of, how, parts, where, bits) => {
                    const bytes = packed(of, how, parts);
                    const whole = await told(of, bytes);
                    const at = Math.floor(where * bytes.length);
                    bytes[at] = (bytes[at] ?? 0) ^ bits;
                    const found = await told(of, bytes);
                    if (TOLD_BY_HEADER.includes(at)) assert.deepEqual(found, whole);
                    else assertWhole(found, whole);
                },
            ),
            // Its first byte, of a file that is stored as text.
            { ...inputs(150), examples: [["core-banking", 0, false, 0, 1]] },
        );
    });

    it("come to none of their rows where they are cut, but between two members", async () => {
        await fc.assert(
            fc.asyncProperty(source, level, fc.boolean(), place, async (of, how, parts, where) => {
                const bytes = packed(of, how, parts);
                const first = bytes.indexOf(Buffer.from([0x1f, 0x8b, 8]), 1);
                const cut = Math.max(2, Math.floor(where * bytes.length));
                fc.pre(cut !== first);
                const { sent, refused, fault } = await told(of, bytes.subarray(0, cut));
                assert.deepEqual([sent, refused], [[], []]);
                assert.match(fault, /^(?:truncated|unreadable)-file/);
            }),
            inputs(150),
        );
    });

    it("come to none of their rows where blanks, a mark or a name of a column stand before the packing", async () => {
        const before = fc.constantFrom("\n", " ", "\r\n\t", "\ufeff", "\ufeff\n", "note,");
        const archives = fc.constantFrom<(text: string) => Buffer>(
            (text) => gzipSync(text, { level: 0 }),
            (text) => deflateSync(text, { level: 0 }),
            (text) => Buffer.from(`PK\x03\x04\x14\0\0\0\0\0\0\0a.csv${text}`, "latin1"),
        );
        await fc.assert(
            fc.asyncProperty(before, archives, async (first, pack) => {
                const bytes = Buffer.concat([Buffer.from(first), pack(`note,${TEXTS["card-network"]}`)]);
                const { sent, refused, fault } = await told("card-network", bytes);
                assert.deepEqual([sent, refused], [[], []]);
                assert.match(fault, /^unreadable-file: /);
            }),
            inputs(60),
        );
    });
});
