import assert from "node:assert/strict";
import { read, tokenOf, verdicts } from "./support/readers.ts";

const CARD = "4111111111111111";
const COLUMNS =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time,entry_mode,device_id";
const GOOD = {
    transaction_id: "t1",
    card_number: CARD,
    account_id: "acc-1",
    merchant_id: "mer-1",
    merchant_category_code: "5411",
    merchant_country: "FR",
    amount: "12.50",
    currency: "EUR",
    transaction_time: "2025-03-01T10:00:00+02:00",
    entry_mode: "chip",
    device_id: "",
};

function row(fields: Partial<typeof GOOD> = {}, delimiter = ","): string {
    return Object.values({ ...GOOD, ...fields }).join(delimiter);
}

async function verdictOf(fields: Partial<typeof GOOD>): Promise<string | undefined> {
    return verdicts(await read("card-network", `${COLUMNS}\n${row(fields)}\n`))[0];
}

describe("a card network's file", () => {
    const canonical = {
        id: "card-network:t1",
        source: "card-network",
        accountId: "acc-1",
        counterpartyId: "mer-1",
        amountMinor: 1250,
        currency: "EUR",
        occurredAt: "2025-03-01T08:00:00.000Z",
        channel: "card",
        country: "FR",
        merchantCategory: "5411",
        cardToken: tokenOf(CARD),
    };

    it("becomes canonical transactions whose card is a token", async () => {
        const { outcomes, fault } = await read("card-network", `${COLUMNS}\n${row()}\n${row({ device_id: "d1" })}`);
        assert.equal(fault, null);
        assert.deepEqual(outcomes, [
            { ok: true, transaction: canonical, tokenised: false },
            { ok: true, transaction: { ...canonical, deviceId: "d1" }, tokenised: false },
        ]);
    });

    const header = COLUMNS.split(",").reverse();
    const semicolons = COLUMNS.replaceAll(",", ";");
    const same: { title: string; file: string | Buffer }[] = [
        { title: "with CRLF and a byte order mark", file: `\ufeff${COLUMNS}\r\n${row()}\r\n` },
        { title: "in UTF-16 with a mark", file: Buffer.from(`\ufeff${COLUMNS}\n${row()}\n`, "utf16le") },
        { title: "in UTF-16 without one", file: Buffer.from(`${COLUMNS}\n${row()}\n`, "utf16le") },
        { title: "in big-endian UTF-16", file: Buffer.from(`\ufeff${COLUMNS}\n${row()}\n`, "utf16le").swap16() },
        { title: "with semicolons and a decimal comma", file: `${semicolons}\n${row({ amount: "12,50" }, ";")}` },
        { title: "with semicolons and a decimal point", file: `${semicolons}\n${row({}, ";")}` },
        { title: "with tabs", file: `${COLUMNS.replaceAll(",", "\t")}\n${row({}, "\t")}` },
        { title: "with a spreadsheet's first line", file: `sep=;\n${semicolons}\n${row({}, ";")}` },
        {
            title: "with columns in another order",
            file: `${header.join(",")}\n${row().split(",").reverse().join(",")}`,
        },
        { title: "with columns nobody asked for", file: `note,${COLUMNS},colour\n"a, b",${row()},red` },
        { title: "with column names in capitals", file: `${COLUMNS.toUpperCase()}\n${row()}` },
        { title: "with every field quoted", file: `${COLUMNS}\n"${row({}, '","')}"` },
        { title: "with blanks around fields", file: `${COLUMNS}\n ${row({}, " , ")} ` },
        { title: "with quotes after blanks", file: `${COLUMNS}\n "${row({}, '" , "')}" ` },
        { title: "with the card in groups", file: `${COLUMNS}\n${row({ card_number: "4111 1111-1111 1111" })}` },
        { title: "with the header again", file: `${COLUMNS}\n${COLUMNS}\n${row()}\n${COLUMNS}` },
        { title: "with empty lines", file: `\n${COLUMNS}\n\n${row()}\n \n` },
        { title: "with empty fields at the end", file: `${COLUMNS}\n${row()},,\n` },
        { title: "without a device column", file: `${COLUMNS.replace(",device_id", "")}\n${row().slice(0, -1)}` },
    ];
    for (const { title, file } of same) {
        it(`says the same ${title}`, async () => {
            for (const chunk of [1, 7, 1000]) {
                const { outcomes, fault } = await read("card-network", file, { chunk });
                assert.equal(fault, null);
                assert.deepEqual(outcomes, [{ ok: true, transaction: canonical, tokenised: false }]);
            }
        });
    }

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
        { title: "a decimal comma among commas", fields: { amount: '"12,50"' }, reason: "invalid-amount" },
        { title: "grouped thousands", fields: { amount: '"1,234.50"' }, reason: "invalid-amount" },
        { title: "three decimals of euros", fields: { amount: "1.234" }, reason: "invalid-amount" },
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

    it("refuses a short row and keeps its neighbours", async () => {
        const result = await read("card-network", `${COLUMNS}\n${row()}\nt2,${CARD}\n${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "malformed-row", "ok"]);
        assert.deepEqual(result.places, ["line 2", "line 3", "line 4"]);
    });

    it("reads a quoted line end as part of its field", async () => {
        const result = await read("card-network", `note,${COLUMNS}\n"two\nlines, ""here""",${row()}\nx,${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "ok"]);
        assert.deepEqual(result.places, ["line 2", "line 4"]);
    });

    it("gives up only the line that opens a quote for ever", async () => {
        const rows = Array.from({ length: 100 }, (_, index) => row({ transaction_id: `t${index}` }));
        const result = await read("card-network", `${COLUMNS}\n"x,${row()}\n${rows.join("\n")}`);
        assert.deepEqual(verdicts(result), ["malformed-row", ...rows.map(() => "ok")]);
        assert.equal(result.places[1], "line 3");
    });

    it("gives up the line of an open quote at the end of the file", async () => {
        const result = await read("card-network", `${COLUMNS}\n${row()}\n${row({ merchant_id: '"m' })}\n${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "malformed-row", "ok"]);
    });

    it("gives up a line with text behind a closing quote", async () => {
        const result = await read("card-network", `${COLUMNS}\n${row({ merchant_id: '"m" x' })}\n${row()}`);
        assert.deepEqual(verdicts(result), ["malformed-row", "ok"]);
    });

    it("takes a quote inside a field as it is", async () => {
        const result = await read("card-network", `note,${COLUMNS}\n5" pipe,${row()}\nx,${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "ok"]);
    });

    it("refuses one endless line and keeps its neighbours", async () => {
        const endless = row({ device_id: "x".repeat(5000) });
        for (const chunk of [10, 400, 100_000]) {
            const file = `${COLUMNS}\n${row()}\n${endless}\n"${row()}\n${endless}\n${row()}`;
            const result = await read("card-network", file, { chunk, limits: { rowBytes: 1000 } });
            assert.deepEqual(verdicts(result), ["ok", "row-too-long", "malformed-row", "row-too-long", "ok"]);
            assert.equal(result.places[1], "line 3");
        }
    });

    it("reads Latin-1 beside UTF-8, line by line", async () => {
        const file = Buffer.concat([
            Buffer.from(`note,${COLUMNS}\n`),
            Buffer.from(`caf\u00e9,${row()}\n`, "latin1"),
            Buffer.from(`caf\u00e9,${row({ currency: "" })}\n`, "utf8"),
        ]);
        const result = await read("card-network", file);
        assert.deepEqual(verdicts(result), ["ok", "missing-field"]);
        assert.match(result.contents[0] ?? "", /^café,/);
        assert.match(result.contents[1] ?? "", /^café,/);
    });

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

    it("keeps refused rows without their cards, mistyped ones too", async () => {
        const cards = [CARD, "4111 1111 1111 1112", "4111x1111x1111x1111", "41111111"];
        const file = `${COLUMNS}\n${cards.map((card_number) => row({ card_number, amount: "x" })).join("\n")}\n"${CARD}`;
        const { contents } = await read("card-network", file);
        assert.deepEqual(
            contents.map((content) => content.split(",")[1] ?? content),
            ["411111******1111", "4111 1******1112", "4111x1******1111", "********", '"411111******1111'],
        );
    });

    const unreadable: { title: string; file: string | Buffer; reason: string; detail: RegExp }[] = [
        { title: "nothing", file: "", reason: "empty-file", detail: /no bytes/ },
        { title: "blank lines", file: "\n\n", reason: "empty-file", detail: /no header/ },
        {
            title: "a missing column",
            file: `${COLUMNS.replace("amount,", "")}\n${row()}`,
            reason: "unreadable-file",
            detail: /column "amount" is missing/,
        },
        {
            title: "a column twice",
            file: `${COLUMNS},currency\n${row()}`,
            reason: "unreadable-file",
            detail: /column "currency" stands twice/,
        },
        { title: "no header", file: `${row()}\n`, reason: "unreadable-file", detail: /"transaction_id" is missing/ },
        {
            title: "an open quote in the header",
            file: `"${COLUMNS}\n${row()}`,
            reason: "unreadable-file",
            detail: /no header/,
        },
        { title: "an endless header", file: "x".repeat(70_000), reason: "unreadable-file", detail: /header is longer/ },
        {
            title: "binary data",
            file: Buffer.from([1, 0, 0, 2, 9, 0, 0, 0, 1]),
            reason: "unreadable-file",
            detail: /binary/,
        },
        { title: "EBCDIC", file: Buffer.alloc(100, 0xf1), reason: "unreadable-file", detail: /binary/ },
        {
            title: "UTF-32",
            file: Buffer.from([0xff, 0xfe, 0, 0, 0x74, 0, 0, 0]),
            reason: "unreadable-file",
            detail: /UTF-32/,
        },
        {
            title: "big-endian UTF-32",
            file: Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x74]),
            reason: "unreadable-file",
            detail: /UTF-32/,
        },
    ];
    for (const { title, file, reason, detail } of unreadable) {
        it(`is refused whole for ${title}`, async () => {
            const { outcomes, fault } = await read("card-network", file, { chunk: 1000 });
            assert.deepEqual(outcomes, []);
            assert.equal(fault?.reason, reason);
            assert.match(fault.detail, detail);
        });
    }
});
