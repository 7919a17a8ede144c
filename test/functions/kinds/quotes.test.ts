import assert from "node:assert/strict";
import fc from "fast-check";
import { inputs } from "../support/inputs.ts";
import { COLUMNS, cardRow } from "../troubles/support/files.ts";
import { told, unpacked } from "../troubles/support/unpacked.ts";

const FORGED = cardRow("forged", { amount: "777.00" });
const chunk = fc.integer({ min: 1, max: 400 });
const delimiter = fc.constantFrom(",", ";", "\t", "|");
/** Cells as people fill them, whole rows among them. */
const cell = fc
    .array(fc.constantFrom("a", " ", '"', '""', ",", ";", "\t", "|", "\n", "\r\n", "\r", "é", "=1", `\n${FORGED}\n`), {
        maxLength: 8,
    })
    .map((parts) => parts.join(""));
const cells = fc.array(cell, { minLength: 1, maxLength: 6 });

/** A cell by RFC 4180. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const row = (id: string, note: string, between: string): string =>
    `${cardRow(id).replaceAll(",", between)}${between}${note}`;

function file(notes: readonly string[], between: string): string {
    const rows = notes.map((note, index) => row(`t${index + 1}`, quoted(note), between));
    return [`${COLUMNS},note`.replaceAll(",", between), ...rows].join("\n");
}

describe("cells in quotes", () => {
    it("end rows nowhere, whatever they hold", async () => {
        await fc.assert(
            fc.asyncProperty(cells, delimiter, chunk, async (notes, between, size) => {
                const found = await told("card-network", file(notes, between), { chunk: size });
                assert.deepEqual(found, {
                    sent: notes.map((_, index) => `t${index + 1} 150 EUR`),
                    refused: [],
                    fault: "",
                });
            }),
            inputs(300),
        );
    });

    it("that are too long are refused with their row, and nothing in them is read as one", async () => {
        const long = fc.array(fc.constantFrom("a", `\n${FORGED}`, '\n""', "\n"), { minLength: 6, maxLength: 12 });
        await fc.assert(
            fc.asyncProperty(fc.array(long, { minLength: 1, maxLength: 4 }), chunk, async (notes, size) => {
                const texts = notes.map((parts) => `${parts.join("")}\n\n\n\n\n`);
                const good = row("good", "n", ",");
                const { sent, refused } = await told("card-network", `${file(texts, ",")}\n${good}\n`, {
                    chunk: size,
                    limits: { recordLines: 3 },
                });
                assert.deepEqual(sent, ["good 150 EUR"]);
                assert.equal(refused.length, notes.length);
                assert.ok(refused.every((one) => one.endsWith("row-too-long")));
            }),
            inputs(150),
        );
    });

    it("whose quotes are damaged lose the lines that are in doubt, which are refused, and no card number leaves", async () => {
        await fc.assert(
            fc.asyncProperty(cells, fc.nat(), fc.constantFrom("", '"', '""', '"a'), async (notes, at, instead) => {
                const text = file(notes, ",");
                const places = [...text.matchAll(/"/g)].map(({ index }) => index);
                const place = places[at % places.length] ?? 0;
                const damaged = text.slice(0, place) + instead + text.slice(place + 1);
                // Sums, reasons and card numbers are held for each file that is unpacked here.
                const { told: found } = await unpacked("card-network", damaged);
                assert.equal(found.fault, "");
                assert.ok(found.sent.length + found.refused.length > 0);
            }),
            inputs(200),
        );
    });
});
