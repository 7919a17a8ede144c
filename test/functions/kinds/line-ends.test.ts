import assert from "node:assert/strict";
import fc from "fast-check";
import { inputs } from "../support/inputs.ts";
import { bankingLine, COLUMNS, cardRow } from "../troubles/support/files.ts";
import { told } from "../troubles/support/unpacked.ts";

const ENDS = ["\n", "\r", "\r\n"];
/** What ends rows where no line feed does, if it ends the header. */
const SEPARATORS = ["\v", "\f", "\x1c", "\x1d", "\x1e", "\u0085", "\u2028", "\u2029"];
const end = fc.constantFrom(...ENDS);
/** Lines without a row, which stand between rows. */
const blank = fc.constantFrom("", "", "", "\n", "\r", "\r\n", "  \n", "\t\r", " \r\n\r\n");
const chunk = fc.integer({ min: 1, max: 400 });
const rows = fc.array(fc.tuple(end, blank, fc.option(end)), { minLength: 1, maxLength: 9 });

const ENCODINGS: readonly ((text: string) => Buffer)[] = [
    (text) => Buffer.from(text),
    (text) => Buffer.from(`\ufeff${text}`),
    (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
    (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
];
const encoded = fc.constantFrom(...ENCODINGS);
const inLatin1 = (text: string): Buffer => Buffer.from(text, "latin1");

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `t${index + 1}`);
const sentIds = (sent: readonly string[]): string[] => sent.map((one) => one.split(" ")[0] ?? "");

describe("rows that end with line feeds, carriage returns or both, mixed in one file", () => {
    it("are each read once, in CSV, also where a cell holds line ends", async () => {
        await fc.assert(
            fc.asyncProperty(rows, encoded, chunk, fc.boolean(), async (parts, encode, size, ended) => {
                const texts = parts.map(([after, between, within], index) => {
                    const note = within === null ? "n" : `"one${within}two"`;
                    const last = index === parts.length - 1 && !ended;
                    return `${cardRow(`t${index + 1}`)},${note}${last ? "" : after + between}`;
                });
                const [first] = parts;
                const file = encode(`${COLUMNS},note${first?.[0]}${texts.join("")}`);
                const { sent, refused, fault } = await told("card-network", file, { chunk: size });
                assert.deepEqual([sentIds(sent), refused, fault], [ids(parts.length), [], ""]);
            }),
            inputs(250),
        );
    });

    it("are each read once, in NDJSON", async () => {
        await fc.assert(
            fc.asyncProperty(rows, encoded, chunk, fc.boolean(), async (parts, encode, size, ended) => {
                const texts = parts.map(([after, between], index) => {
                    const last = index === parts.length - 1 && !ended;
                    return `${bankingLine(`t${index + 1}`)}${last ? "" : after + between}`;
                });
                const { sent, refused, fault } = await told("core-banking", encode(texts.join("")), { chunk: size });
                assert.deepEqual([sentIds(sent), refused, fault], [ids(parts.length), [], ""]);
            }),
            inputs(250),
        );
    });
});

describe("rows that end with another separator", () => {
    const separator = fc.constantFrom(...SEPARATORS);
    const encodedSo = (mark: string) => (mark === "\u0085" ? fc.constantFrom(inLatin1, ...ENCODINGS) : encoded);
    const some = separator.chain((mark) =>
        fc.tuple(fc.constant(mark), encodedSo(mark), fc.integer({ min: 1, max: 9 }), chunk),
    );

    it("are each read once where the first line ends with it", async () => {
        await fc.assert(
            fc.asyncProperty(some, fc.boolean(), async ([mark, encode, count, size], ended) => {
                const after = ended ? mark : "";
                const csv = [COLUMNS, ...ids(count).map((id) => cardRow(id))].join(mark) + after;
                const ndjson =
                    ids(count)
                        .map((id) => bankingLine(id))
                        .join(mark) + after;
                for (const found of [
                    await told("card-network", encode(csv), { chunk: size }),
                    await told("core-banking", encode(ndjson), { chunk: size }),
                ]) {
                    assert.deepEqual([sentIds(found.sent), found.refused, found.fault], [ids(count), [], ""]);
                }
            }),
            inputs(150),
        );
    });

    it("are each sent or refused, or the file has a fault, where only later ones end with it", async () => {
        const ends = fc.array(fc.constantFrom(...ENDS, ...SEPARATORS), { minLength: 1, maxLength: 9 });
        await fc.assert(
            fc.asyncProperty(ends, chunk, async (marks, size) => {
                const csv = `${COLUMNS}\n${marks.map((mark, index) => cardRow(`t${index + 1}`) + mark).join("")}`;
                const ndjson = marks.map((mark, index) => bankingLine(`t${index + 1}`) + mark).join("");
                for (const found of [
                    await told("card-network", csv, { chunk: size }),
                    await told("core-banking", ndjson, { chunk: size }),
                ]) {
                    assert.equal(found.fault, "");
                    assert.equal(found.sent.length + found.refused.length, marks.length);
                    assert.ok(found.sent.every((one) => /^t\d 150 EUR$/.test(one)));
                }
            }),
            inputs(150),
        );
    });
});
