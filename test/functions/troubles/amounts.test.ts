import assert from "node:assert/strict";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { inspect } from "../../../functions/screen/inspect.ts";
import { transaction } from "../support/transactions.ts";
import { bankingLine, COLUMNS, cardRow, pacs, transfer } from "./support/files.ts";
import { told } from "./support/unpacked.ts";

const LARGEST = Number.MAX_SAFE_INTEGER;

/** What each format makes of an amount: minor units, or the reason against it. */
async function inEachFormat(amount: string, currency: string): Promise<string[]> {
    const found = [
        await told("card-network", `${COLUMNS}\n${cardRow("t1", { amount, currency })}`),
        await told("core-banking", bankingLine("r1", { amount, currency })),
        await told("core-banking", bankingLine("r1", { amount: JSON.stringify(amount), currency })),
        await told("iso20022", pacs(transfer("T1", { amount, currency }))),
    ];
    return found.map(({ sent, refused }) => sent[0]?.split(" ")[1] ?? refused[0]?.split(" ").at(-1) ?? "nothing");
}

/** What `screen` makes of a live message with this amount, written as JSON. */
function live(amount: string): string {
    const body = JSON.stringify(transaction()).replace(/"amountMinor":\d+/, `"amountMinor":${amount}`);
    const found = inspect({ messageId: "m-1", body, origin: "sqs:m-1", receivedAt: "2026-03-02T12:00:30.000Z" });
    return found.ok ? String(found.transaction.amountMinor) : found.refusal.reason;
}

describe("trouble with an amount", () => {
    const decimal: [string, string, string | number][] = [
        ["the largest safe integer goes on to the last digit", "90071992547409.91", LARGEST],
        ["one more than the largest safe integer is refused", "90071992547409.92", "invalid-amount"],
        ["what a float would round to a safe integer is refused", "90071992547409.914", "invalid-amount"],
        ["18 decimals that are not zero are refused", "0.000000000000000001", "invalid-amount"],
        ["18 decimals of which all but two are zero go on", "1.230000000000000000", 123],
        ["18 digits before the point are refused", "123456789012345678", "invalid-amount"],
        ["zero is refused", "0.00", "invalid-amount"],
        ["less than zero is refused", "-1.00", "invalid-amount"],
        ["negative zero is refused", "-0", "invalid-amount"],
    ];
    for (const [title, amount, outcome] of decimal) {
        it(`in a file: ${title}`, async () => {
            assert.deepEqual(await inEachFormat(amount, "EUR"), Array(4).fill(String(outcome)));
        });
    }

    const exponents: [string, string, string][] = [
        ["1e21 is refused", "1e21", "invalid-amount"],
        ["1E400, which a float takes for infinity, is refused", "1E400", "invalid-amount"],
        ["1e-400, which a float takes for zero, is refused", "1e-400", "invalid-amount"],
        ["1.5e2 in JSON goes on as 150", "1.5e2", "15000"],
    ];
    for (const [title, amount, outcome] of exponents) {
        it(`in a file: ${title}`, async () => {
            const [csv, json, , xml] = await inEachFormat(amount, "EUR");
            assert.deepEqual([csv, json, xml], ["invalid-amount", outcome, "invalid-amount"]);
        });
    }

    const messages: [string, string, string][] = [
        ["the largest safe integer goes on", "9007199254740991", "9007199254740991"],
        ["9007199254740993, which a float rounds, is refused", "9007199254740993", "invalid-amount"],
        ["a fraction that a float rounds to a whole number is refused", "9007199254740990.6", "invalid-amount"],
        ["a fraction beyond what a float holds is refused", "100.00000000000000001", "invalid-amount"],
        ["half a minor unit is refused", "100.5", "invalid-amount"],
        ["a whole number with zeros for decimals goes on", "100.00", "100"],
        ["a whole number with an exponent goes on", "1.5e3", "1500"],
        ["1e21 is refused", "1e21", "invalid-amount"],
        ["1E400 is refused", "1E400", "invalid-amount"],
        ["negative zero is refused", "-0", "invalid-amount"],
        ["text is refused", '"100"', "invalid-amount"],
    ];
    for (const [title, amount, outcome] of messages) {
        it(`in a live message: ${title}`, () => assert.equal(live(amount), outcome));
    }

    it("in each of the 170 currencies: one minor unit goes on, a tenth of one is refused", async () => {
        const rows = [...MINOR_UNITS].flatMap(([currency, decimals]) => {
            const unit = decimals === 0 ? "1" : `0.${"1".padStart(decimals, "0")}`;
            const tenth = `0.${"1".padStart(decimals + 1, "0")}`;
            return [
                { currency, amount: unit, outcome: "1" },
                { currency, amount: tenth, outcome: "invalid-amount" },
            ];
        });
        const csv = await told("card-network", [COLUMNS, ...rows.map((row, at) => cardRow(`t${at}`, row))].join("\n"));
        const json = await told("core-banking", rows.map((row, at) => bankingLine(`r${at}`, row)).join("\n"));
        const xml = await told("iso20022", pacs(rows.map((row, at) => transfer(`T${at}`, row)).join("")));
        for (const { sent, refused } of [csv, json, xml]) {
            assert.deepEqual(
                sent.map((one) => one.split(" ").slice(1).join(" ")),
                [...MINOR_UNITS.keys()].map((code) => `1 ${code}`),
            );
            assert.deepEqual(
                [refused.length, new Set(refused.map((one) => one.split(" ").at(-1)))],
                [MINOR_UNITS.size, new Set(["invalid-amount"])],
            );
        }
        const counts = [0, 2, 3, 4].map(
            (decimals) => [...MINOR_UNITS.values()].filter((one) => one === decimals).length,
        );
        assert.deepEqual(counts, [17, 144, 7, 2]);
    });
});
