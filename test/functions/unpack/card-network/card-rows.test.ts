import assert from "node:assert/strict";
import { CARD, COLUMNS, type GOOD, row } from "../support/card-rows.ts";
import { read, tokenOf, verdicts } from "../support/readers.ts";

async function verdictOf(fields: Partial<typeof GOOD>): Promise<string | undefined> {
    return verdicts(await read("card-network", `${COLUMNS}\n${row(fields)}\n`))[0];
}

describe("a row of a card network's file", () => {
    const refused: { title: string; fields: Partial<typeof GOOD>; reason: string }[] = [
        { title: "an empty reference", fields: { transaction_id: "" }, reason: "missing-field" },
        { title: "a formula", fields: { transaction_id: "=1+1" }, reason: "invalid-identifier" },
        { title: "a command", fields: { account_id: "@SUM(1)" }, reason: "invalid-identifier" },
        { title: "a right-to-left mark", fields: { merchant_id: "mer\u200f1" }, reason: "invalid-identifier" },
        { title: "a Cyrillic letter", fields: { account_id: "\u0430cc-1" }, reason: "invalid-identifier" },
        {
            title: "a reference that fills the id",
            fields: { transaction_id: "t".repeat(120) },
            reason: "invalid-identifier",
        },
        { title: "a blank device", fields: { device_id: "d 1" }, reason: "invalid-identifier" },
        { title: "no amount", fields: { amount: "" }, reason: "missing-field" },
        { title: "a negative amount", fields: { amount: "-1.00" }, reason: "invalid-amount" },
        { title: "zero", fields: { amount: "0.00" }, reason: "invalid-amount" },
        { title: "an exponent", fields: { amount: "1E3" }, reason: "invalid-amount" },
        { title: "a decimal comma among commas", fields: { amount: '"12,50"' }, reason: "ambiguous-amount" },
        { title: "what may be thousands", fields: { amount: '"1,234"' }, reason: "ambiguous-amount" },
        { title: "three decimals of euros", fields: { amount: "1.234" }, reason: "ambiguous-amount" },
        { title: "four decimals of euros", fields: { amount: "1.2345" }, reason: "invalid-amount" },
        { title: "thousands in wrong groups", fields: { amount: '"1,23,456.00"' }, reason: "invalid-amount" },
        { title: "half a yen", fields: { amount: "1.5", currency: "JPY" }, reason: "invalid-amount" },
        {
            title: "a wrong amount before a wrong currency",
            fields: { amount: "x", currency: "x" },
            reason: "invalid-amount",
        },
        { title: "no currency", fields: { currency: "" }, reason: "missing-field" },
        { title: "a currency in lower case", fields: { currency: "eur" }, reason: "unknown-currency" },
        { title: "a Cyrillic euro", fields: { currency: "\u0415UR" }, reason: "unknown-currency" },
        { title: "no time", fields: { transaction_time: "" }, reason: "missing-field" },
        { title: "day, month, year", fields: { transaction_time: "01/03/2025 10:00" }, reason: "invalid-time" },
        { title: "no country", fields: { merchant_country: "" }, reason: "missing-field" },
        { title: "three letters of a country", fields: { merchant_country: "FRA" }, reason: "unknown-country" },
        { title: "no category", fields: { merchant_category_code: "" }, reason: "missing-field" },
        {
            title: "a category of letters",
            fields: { merchant_category_code: "54I1" },
            reason: "invalid-merchant-category",
        },
        { title: "no card", fields: { card_number: "" }, reason: "missing-field" },
        { title: "a wrong check digit", fields: { card_number: "4111111111111112" }, reason: "invalid-card-number" },
        { title: "a spreadsheet's card", fields: { card_number: "4.11111E+15" }, reason: "invalid-card-number" },
        { title: "an extra field", fields: { device_id: "d,x" }, reason: "malformed-row" },
    ];
    for (const { title, fields, reason } of refused) {
        it(`refuses ${title}`, async () => assert.equal(await verdictOf(fields), reason));
    }

    const exact: { amount: string; currency: string; minor: number }[] = [
        { amount: "1200", currency: "JPY", minor: 1200 },
        { amount: "1.234", currency: "KWD", minor: 1234 },
        { amount: "1.2345", currency: "CLF", minor: 12345 },
        { amount: "0.29", currency: "EUR", minor: 29 },
        { amount: "90071992547409.91", currency: "EUR", minor: Number.MAX_SAFE_INTEGER },
        { amount: "9007199254740991", currency: "JPY", minor: Number.MAX_SAFE_INTEGER },
    ];
    for (const { amount, currency, minor } of exact) {
        it(`takes ${amount} ${currency} as ${minor}`, async () => {
            const { outcomes } = await read("card-network", `${COLUMNS}\n${row({ amount, currency })}`);
            assert.ok(outcomes[0]?.ok);
            assert.equal(outcomes[0].transaction.amountMinor, minor);
        });
    }

    it("replaces a card number in the wrong column by its token", async () => {
        const { outcomes } = await read(
            "card-network",
            `${COLUMNS}\n${row({ device_id: `dev-${CARD}`, account_id: CARD })}`,
        );
        assert.ok(outcomes[0]?.ok);
        assert.equal(outcomes[0].transaction.deviceId, `dev-${tokenOf(CARD)}`);
        assert.equal(outcomes[0].transaction.accountId, tokenOf(CARD));
        assert.equal(outcomes[0].tokenised, true);
    });

    it("refuses an identifier that its card's token would make too long", async () => {
        assert.equal(await verdictOf({ account_id: `${"a".repeat(100)}-${CARD}` }), "invalid-identifier");
        assert.equal(await verdictOf({ device_id: `${"a".repeat(100)}-${CARD}` }), "invalid-identifier");
    });

    it("keeps a refused row without its card wherever that is written again, of whatever issuer", async () => {
        const device_id = "7777    7777    7777    7771";
        const file = `${COLUMNS}\n${row({ card_number: "7777777777777771", amount: "x", device_id })}`;
        const { contents } = await read("card-network", file);
        assert.match(contents[0] ?? "", /,777777\*{6}7771$/);
    });

    it("keeps refused rows without their cards, mistyped ones too", async () => {
        const cards = [CARD, "4111 1111 1111 1112", "4111x1111x1111x1111", "41111111"];
        const file = `${COLUMNS}\n${cards.map((card_number) => row({ card_number, amount: "x" })).join("\n")}\n"${CARD}`;
        const { contents } = await read("card-network", file);
        assert.deepEqual(
            contents.map((content) => content.split(",")[1] ?? content),
            ["411111******1111", "4111 1******1112", "4111x1******1111", "********", '"411111******1111'],
        );
    });
});
