import assert from "node:assert/strict";
import fc from "fast-check";
import { inputs } from "../support/inputs.ts";
import { CARD, GOOD } from "../unpack/support/card-rows.ts";
import { read, verdicts } from "../unpack/support/readers.ts";

type Name = keyof typeof GOOD | "note" | "batch";
const NAMES = Object.keys(GOOD) as (keyof typeof GOOD)[];
const OPTIONAL = ["device_id", "entry_mode"];
const REQUIRED = NAMES.filter((name) => !OPTIONAL.includes(name));

/** The columns of a part of a file, in any order and among others, and how many rows stand below them. */
const part = fc
    .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 4 }))
    .chain(([device, note, batch, rows]) =>
        fc.record({
            columns: fc.shuffledSubarray(
                [...(device ? NAMES : REQUIRED), ...(note ? ["note"] : []), ...(batch ? ["batch"] : [])] as Name[],
                { minLength: (device ? NAMES : REQUIRED).length + Number(note) + Number(batch) },
            ),
            rows: fc.constant(rows),
            write: fc.constantFrom<(name: string) => string>(
                (name) => name,
                (name) => name.toUpperCase(),
                (name) => ` ${name}`,
                (name) => `"${name}"`,
            ),
        }),
    );
type Part = typeof part extends fc.Arbitrary<infer Value> ? Value : never;

const valuesOf = (row: number): Record<Name, string> => ({
    ...GOOD,
    transaction_id: `t${row}`,
    account_id: `account-${row}`,
    merchant_id: `merchant-${row}`,
    device_id: "",
    note: "7.00",
    batch: "EUR",
});

function written(parts: readonly Part[]): { text: string; rows: number } {
    let row = 0;
    const lines = parts.flatMap(({ columns, rows, write }) => [
        columns.map(write).join(","),
        ...Array.from({ length: rows }, () => {
            const values = valuesOf(++row);
            return columns.map((name) => values[name]).join(",");
        }),
    ]);
    return { text: lines.join("\n"), rows: row };
}

describe("headers that come again, in other orders and among other columns", () => {
    const parts = fc.array(part, { minLength: 1, maxLength: 4 }).filter((some) => some.some(({ rows }) => rows > 0));

    it("are each the one by which the rows below them are read", async () => {
        await fc.assert(
            fc.asyncProperty(parts, fc.integer({ min: 1, max: 200 }), async (some, chunk) => {
                const { text, rows } = written(some);
                const { outcomes, fault } = await read("card-network", text, { chunk });
                assert.equal(fault, null);
                assert.equal(outcomes.length, rows);
                for (const [index, outcome] of outcomes.entries()) {
                    assert.ok(outcome.ok, JSON.stringify(outcome));
                    const { id, accountId, counterpartyId, amountMinor } = outcome.transaction;
                    const number = index + 1;
                    assert.deepEqual(
                        [id, accountId, counterpartyId, amountMinor],
                        [`card-network:t${number}`, `account-${number}`, `merchant-${number}`, 1250],
                    );
                }
            }),
            inputs(250),
        );
    });

    it("end the file where they lack a column, and nothing below them is read", async () => {
        await fc.assert(
            fc.asyncProperty(parts, part, fc.constantFrom(...REQUIRED), async (some, last, lacking) => {
                const { text, rows } = written(some);
                const columns = last.columns.filter((name) => name !== lacking);
                const below = columns.map((name) => valuesOf(99)[name]).join(",");
                const { outcomes, fault } = await read("card-network", `${text}\n${columns.join(",")}\n${below}\n`);
                assert.equal(fault?.reason, "unreadable-file");
                assert.match(fault?.detail ?? "", new RegExp(`another header in line \\d+: the column "${lacking}"`));
                assert.equal(outcomes.length, rows);
            }),
            inputs(150),
        );
    });

    it("end the file where all of their names are others, or one begins with a digit, since the rows below stand in their order", async () => {
        const others = [
            "txn",
            "pan",
            "account",
            "merchant",
            "mcc",
            "country",
            "3ds amount",
            "ccy",
            "time",
            "mode",
            "device",
        ];
        const cyrillic = [..."абвгдежзикл"].map((letter) => letter.repeat(3));
        const spaced = NAMES.map((name) => name.replaceAll("_", " "));
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(others, spaced, cyrillic),
                fc.shuffledSubarray(
                    NAMES.map((_, at) => at),
                    { minLength: NAMES.length },
                ),
                fc.integer({ min: 1, max: 200 }),
                async (names, order, chunk) => {
                    const cells = Object.values(GOOD);
                    const text = [
                        NAMES.join(","),
                        cells.join(","),
                        order.map((at) => names[at]).join(","),
                        order.map((at) => cells[at]).join(","),
                    ].join("\n");
                    const { outcomes, fault } = await read("card-network", text, { chunk });
                    assert.equal(fault?.reason, "unreadable-file");
                    assert.match(fault?.detail ?? "", /^another header in line 3: /);
                    assert.equal(outcomes.length, 1);
                },
            ),
            inputs(150),
        );
    });

    it("are no rows of words that are wrong in some way, or all the same", async () => {
        const wrong = fc.array(fc.constantFrom("x", "null", "n/a", ""), { minLength: 1, maxLength: 3 });
        await fc.assert(
            fc.asyncProperty(wrong, async (words) => {
                const row = NAMES.map((_, at) => words[at % words.length]).join(",");
                const text = `${NAMES.join(",")}\n${row}\n${Object.values(GOOD).join(",")}\n`;
                const found = await read("card-network", text);
                assert.equal(found.fault, null);
                assert.equal(verdicts(found).at(-1), "ok");
            }),
            inputs(60),
        );
    });

    it("are no rows that hold a name or two of columns in their cells", async () => {
        await fc.assert(
            fc.asyncProperty(fc.subarray([...NAMES], { minLength: 1, maxLength: 2 }), async (names) => {
                const fields = { ...GOOD, transaction_id: names[0] ?? "", merchant_id: names.at(-1) ?? "" };
                const text = `${NAMES.join(",")}\n${Object.values(fields).join(",")}\n`;
                const found = await read("card-network", text);
                assert.deepEqual([verdicts(found), found.fault], [["ok"], null]);
                assert.ok(!JSON.stringify(found.outcomes).includes(CARD));
            }),
            inputs(60),
        );
    });
});
