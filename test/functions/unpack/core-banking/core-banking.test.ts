import assert from "node:assert/strict";
import fc from "fast-check";
import { members } from "../../../../contract/transaction/json-members.ts";
import { read, verdicts } from "../support/readers.ts";

const GOOD = {
    reference: "r1",
    accountId: "DE89370400440532013000",
    counterpartyAccount: "acc/2",
    amount: "1234.50",
    currency: "EUR",
    bookedAt: "2025-03-01T10:00:00Z",
    channel: "ach",
    country: "DE",
};

function line(fields: object = {}): string {
    return JSON.stringify({ ...GOOD, ...fields });
}

/** The line with the amount as JSON source text. */
function withAmount(source: string, currency = "EUR"): string {
    return line({ currency }).replace('"1234.50"', source);
}

async function one(json: string): Promise<string> {
    const result = await read("core-banking", json, { chunk: 64 });
    const [outcome] = result.outcomes;
    if (outcome === undefined) return "no row";
    return outcome.ok ? String(outcome.transaction.amountMinor) : outcome.reason;
}

describe("a core banking system's file", () => {
    it("becomes canonical transactions", async () => {
        const { outcomes } = await read(
            "core-banking",
            `${line()}\n${line({ deviceId: "d1", nested: { a: [{}, "}"] } })}`,
        );
        const transaction = {
            id: "core-banking:r1",
            source: "core-banking",
            accountId: "DE89370400440532013000",
            counterpartyId: "acc/2",
            amountMinor: 123450,
            currency: "EUR",
            occurredAt: "2025-03-01T10:00:00.000Z",
            channel: "ach",
            country: "DE",
        };
        assert.deepEqual(outcomes, [
            { ok: true, transaction, tokenised: false },
            { ok: true, transaction: { ...transaction, deviceId: "d1" }, tokenised: false },
        ]);
    });

    const amounts: { title: string; json: string; result: string }[] = [
        { title: "a number keeps its digits", json: withAmount("1234.50"), result: "123450" },
        {
            title: "a number that a float would round",
            json: withAmount("70000000000000.29"),
            result: "7000000000000029",
        },
        {
            title: "a number that only a float would accept",
            json: withAmount("0.1000000000000000055"),
            result: "invalid-amount",
        },
        { title: "an exponent", json: withAmount("1.5e3"), result: "150000" },
        { title: "1e308", json: withAmount("1e308"), result: "invalid-amount" },
        { title: "a minus", json: withAmount("-5"), result: "invalid-amount" },
        { title: "true", json: withAmount("true"), result: "invalid-amount" },
        { title: "an object", json: withAmount('{"value":5}'), result: "invalid-amount" },
        { title: "null", json: withAmount("null"), result: "missing-field" },
        { title: "whole yen", json: withAmount("1500", "JPY"), result: "1500" },
        { title: "no infinity", json: withAmount("Infinity"), result: "malformed-row" },
    ];
    for (const { title, json, result } of amounts)
        it(`amount: ${title}`, async () => assert.equal(await one(json), result));

    const rows: { title: string; json: string; result: string }[] = [
        { title: "a cut line", json: line().slice(0, -3), result: "malformed-row" },
        { title: "a list", json: "[1]", result: "malformed-row" },
        { title: "text", json: '"x"', result: "malformed-row" },
        { title: "null", json: "null", result: "malformed-row" },
        { title: "an empty object", json: "{}", result: "missing-field" },
        { title: "a field twice", json: line().replace("{", '{"amount":1,'), result: "malformed-row" },
        {
            title: "a field twice, once in escapes",
            json: line().replace("{", '{"\\u0061mount":1,'),
            result: "malformed-row",
        },
        { title: "another field twice", json: line().replace("{", '{"x":1,"x":2,'), result: "123450" },
        { title: "a field inside another", json: line({ x: { amount: 5 } }), result: "123450" },
        { title: "a field inside text", json: line({ x: '"amount":5,' }), result: "123450" },
        { title: "a number for an account", json: line({ accountId: 12345 }), result: "123450" },
        { title: "a list for an account", json: line({ accountId: ["a"] }), result: "invalid-identifier" },
        { title: "true for an account", json: line({ accountId: true }), result: "invalid-identifier" },
        { title: "a prototype", json: line().replace("{", '{"__proto__":{"amount":"1"},'), result: "123450" },
        { title: "a cheque", json: line({ channel: "cheque" }), result: "unknown-channel" },
        { title: "no channel", json: line({ channel: "" }), result: "missing-field" },
        { title: "blanks around", json: `  ${line()}\t\r`, result: "123450" },
        {
            title: "deep nesting",
            json: line().replace("{", `{"x":${"[".repeat(5000)}${"]".repeat(5000)},`),
            result: "123450",
        },
    ];
    for (const { title, json, result } of rows) it(`row: ${title}`, async () => assert.equal(await one(json), result));

    it("skips blank lines and numbers what it refuses", async () => {
        const result = await read("core-banking", `\ufeff${line()}\r\n\r\n{\n${line()}`);
        assert.deepEqual(verdicts(result), ["ok", "malformed-row", "ok"]);
        assert.deepEqual(result.places, ["line 1", "line 3", "line 4"]);
    });

    it("refuses one endless line and keeps its neighbours", async () => {
        const file = `${line()}\n${line({ x: "y".repeat(3000) })}\n${line()}`;
        for (const chunk of [16, 1000, 10_000]) {
            const result = await read("core-banking", file, { chunk, limits: { rowBytes: 1000 } });
            assert.deepEqual(verdicts(result), ["ok", "row-too-long", "ok"]);
        }
    });

    it("says what is wrong with a line, and which it is", async () => {
        const file = ["[1]", line().replace("{", '{"amount":1,'), line({ x: "y".repeat(3000) })].join("\n");
        const { outcomes, places } = await read("core-banking", file, { limits: { rowBytes: 1000 } });
        assert.deepEqual(
            outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.detail)),
            ["the line is not a JSON object", '"amount" stands twice', "the line is longer than 1000 bytes"],
        );
        assert.deepEqual(places, ["line 1", "line 2", "line 3"]);
    });

    it("reads texts without the blanks around them", async () => {
        const { outcomes } = await read("core-banking", line({ reference: " r1\t", amount: " 1.50 ", country: "DE " }));
        const [outcome] = outcomes;
        assert.ok(outcome?.ok);
        const { id, amountMinor, country } = outcome.transaction;
        assert.deepEqual([id, amountMinor, country], ["core-banking:r1", 150, "DE"]);
    });

    const marks: { title: string; amount: string; currency?: string; decimalMark?: ","; result: string }[] = [
        { title: "a number has its point, whatever texts have", amount: "1234.5", decimalMark: ",", result: "123450" },
        { title: "a number of three decimals too", amount: "1.234", currency: "KWD", decimalMark: ",", result: "1234" },
        { title: "a text has the mark of its source", amount: '"1.234,50"', decimalMark: ",", result: "123450" },
        { title: "a text has it alone", amount: '"1.234"', decimalMark: ",", result: "123400" },
        { title: "a text without one has the point", amount: '"1.234"', currency: "KWD", result: "1234" },
        {
            title: "a text whose currency has fewer decimals is ambiguous",
            amount: '"1.234"',
            result: "ambiguous-amount",
        },
        { title: "a number never is", amount: "1.234", result: "invalid-amount" },
    ];
    for (const { title, amount, currency, decimalMark, result } of marks) {
        it(`amount: ${title}`, async () => {
            const { outcomes } = await read("core-banking", withAmount(amount, currency), {
                conventions: { decimalMark },
            });
            const [outcome] = outcomes;
            assert.equal(outcome?.ok === true ? String(outcome.transaction.amountMinor) : outcome?.reason, result);
        });
    }

    it("keeps numbers of a refused line that are no cards", async () => {
        const memo = "1234567890123456";
        const file = [line({ amount: "x", memo }), line({ memo, x: "y".repeat(3000) })].join("\n");
        const { contents } = await read("core-banking", file, { limits: { rowBytes: 1000 } });
        for (const content of contents) assert.ok(content.includes(memo), content.slice(0, 300));
    });

    it("numbers rows that another separator ends", async () => {
        const { places } = await read("core-banking", [line(), line(), "{"].join("\u0085"));
        assert.deepEqual(places, ["line 1", "line 2", "line 3"]);
    });

    it("keeps a refused line masked and cut", async () => {
        const { contents } = await read(
            "core-banking",
            line({ amount: "x", memo: `4111111111111111 ${"z".repeat(9000)}` }),
        );
        assert.equal(contents[0]?.length, 4096);
        assert.ok(contents[0]?.includes("411111******1111"));
    });

    it("of blank lines only is a fault", async () => {
        const { fault, outcomes } = await read("core-banking", "\n");
        assert.deepEqual([fault?.reason, outcomes], ["empty-file", []]);
        assert.equal(fault?.detail, "the file holds blank lines only");
    });
});

describe("members", () => {
    it("finds each member of any object with the source of its value", () => {
        fc.assert(
            fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (object, spaced) => {
                const json = JSON.stringify(object, null, spaced ? 2 : 0);
                const found = members(json).map(({ name, source }) => [name, JSON.parse(source)]);
                assert.deepEqual(found, Object.entries(JSON.parse(json)));
            }),
        );
    });
});
