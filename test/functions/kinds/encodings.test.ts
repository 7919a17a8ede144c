import assert from "node:assert/strict";
import fc from "fast-check";
import { inputs } from "../support/inputs.ts";
import { bankingLine, COLUMNS, cardRow } from "../troubles/support/files.ts";
import { told } from "../troubles/support/unpacked.ts";

const chunk = fc.integer({ min: 1, max: 400 });
const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 3 });
type Encode = (text: string) => Buffer;
const ENCODINGS: readonly Encode[] = [
    (text) => Buffer.from(text),
    (text) => Buffer.from(`\ufeff${text}`),
    (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
    (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
    (text) => Buffer.from(text, "utf16le"),
];
const encodings = fc.array(fc.constantFrom(...ENCODINGS), { minLength: 3, maxLength: 3 });

describe("files of several encodings that were put one behind another", () => {
    it("come to each of their rows, sent or refused, or to a fault that says so: none is lost in another", async () => {
        await fc.assert(
            fc.asyncProperty(counts, encodings, chunk, async (rows, how, size) => {
                const ids = (part: number): string[] =>
                    Array.from({ length: rows[part] ?? 0 }, (_, at) => `t${part}-${at}`);
                const file = (write: (part: number) => string): Buffer =>
                    Buffer.concat(rows.map((_, part) => how[part]?.(write(part)) ?? Buffer.alloc(0)));
                const csv = file((part) => `${[COLUMNS, ...ids(part).map((id) => cardRow(id))].join("\n")}\n`);
                const ndjson = file(
                    (part) =>
                        `${ids(part)
                            .map((id) => bankingLine(id))
                            .join("\n")}\n`,
                );
                const total = rows.reduce((sum, one) => sum + one, 0);
                for (const found of [
                    await told("card-network", csv, { chunk: size }),
                    await told("core-banking", ndjson, { chunk: size }),
                ]) {
                    if (found.fault !== "") assert.match(found.fault, /^unreadable-file: /);
                    else assert.ok(found.sent.length + found.refused.length >= total, JSON.stringify(found));
                }
            }),
            inputs(200),
        );
    });

    it("are read where they are UTF-16 throughout, in any language", async () => {
        const names = fc.array(
            fc.string({
                unit: fc.integer({ min: 0x2000, max: 0x7e7e }).map((code) => String.fromCharCode(code)),
                maxLength: 60,
            }),
            { minLength: 1, maxLength: 6 },
        );
        await fc.assert(
            fc.asyncProperty(names, chunk, async (notes, size) => {
                const rows = notes.map((note, at) => `${cardRow(`t${at}`)},"${note.replace(/["\u2028\u2029]/g, "")}"`);
                const file = Buffer.from(`\ufeff${[`${COLUMNS},note`, ...rows].join("\n")}`, "utf16le");
                const found = await told("card-network", file, { chunk: size });
                assert.deepEqual([found.sent.length, found.refused, found.fault], [notes.length, [], ""]);
            }),
            inputs(150),
        );
    });
});
